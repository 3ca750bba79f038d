namespace BranchGrading.Web.Works;

/// <summary>Something long that one account started: how far it is, and what it led to. Kept for an hour.</summary>
public sealed class Work(int accountId, string title, DateTime startedAt)
{
    private readonly TaskCompletionSource _finished = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Guid Id { get; } = Guid.NewGuid();

    public int AccountId { get; } = accountId;

    public string Title { get; } = title;

    public DateTime StartedAt { get; } = startedAt;

    public int Done { get; private set; }

    public int Total { get; private set; }

    public string Text { get; private set; } = "正在准备。";

    /// <summary>Why it stopped, in words for the user; null while all goes well.</summary>
    public string? Failure { get; private set; }

    public WorkResult? Result { get; private set; }

    public bool IsFinished => _finished.Task.IsCompleted;

    public Task Finished => _finished.Task;

    /// <summary>Says how far it is, e.g. 已完成 29 / 40 个二级党组织。</summary>
    public void Report(int done, int total, string text) => (Done, Total, Text) = (done, total, text);

    public void Finish(WorkResult result)
    {
        Result = result;
        _finished.TrySetResult();
    }

    public void Fail(string reason)
    {
        Failure = reason;
        _finished.TrySetResult();
    }
}
