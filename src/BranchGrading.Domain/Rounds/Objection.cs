namespace BranchGrading.Domain.Rounds;

/// <summary>异议: what somebody holds against a published grade; received, checked and answered before the grades become final (§2.5).</summary>
public sealed class Objection
{
    public const int NameMaxLength = 60;
    public const int ContactMaxLength = 100;
    public const int TextMaxLength = 1000;

    private Objection()
    {
    }

    /// <param name="participant">The branch whose grade is objected to.</param>
    /// <param name="number">The objection's number in its round, from 1.</param>
    /// <param name="channel">How it came in.</param>
    /// <param name="raisedBy">Who raised it; null when it came without a name.</param>
    /// <param name="contact">How to reach that person; null when not told.</param>
    /// <param name="statement">What is objected to, and why.</param>
    /// <param name="accountId">The account it was raised with; null when it came on paper, by telephone or in a visit.</param>
    /// <param name="at">When, in UTC.</param>
    /// <exception cref="RuleViolationException">The grades are not published, or are final already.</exception>
    public Objection(Participant participant, int number, ObjectionChannel channel, string? raisedBy, string? contact, string statement, int? accountId, DateTime at)
    {
        if (participant.Round.Stage != RoundStage.Published)
            throw new RuleViolationException("只有公示期间可以提出异议。");
        (RoundId, Participant, ParticipantId, Number) = (participant.RoundId, participant, participant.Id, number);
        RaisedBy = Text.Optional(raisedBy, NameMaxLength, "异议人");
        Contact = Text.Optional(contact, ContactMaxLength, "联系方式");
        Statement = Text.Required(statement, TextMaxLength, "异议内容");
        (Channel, RaisedByAccountId, RaisedAt) = (channel, accountId, at);
    }

    public int Id { get; private set; }

    public int RoundId { get; private set; }

    public int ParticipantId { get; private set; }

    public Participant Participant { get; private set; } = null!;

    /// <summary>The number by which the audit and the pages name it.</summary>
    public int Number { get; private set; }

    public ObjectionChannel Channel { get; private set; }

    public string? RaisedBy { get; private set; }

    public string? Contact { get; private set; }

    /// <summary>The account it was raised with, which reads the answer.</summary>
    public int? RaisedByAccountId { get; private set; }

    public string Statement { get; private set; } = "";

    public DateTime RaisedAt { get; private set; }

    public DateTime? ReceivedAt { get; private set; }

    public string? ReceivedBy { get; private set; }

    /// <summary>核查情况.</summary>
    public string? Findings { get; private set; }

    public DateTime? CheckedAt { get; private set; }

    public string? CheckedBy { get; private set; }

    public ObjectionOutcome? Outcome { get; private set; }

    /// <summary>答复.</summary>
    public string? Answer { get; private set; }

    public DateTime? AnsweredAt { get; private set; }

    public string? AnsweredBy { get; private set; }

    public Guid Version { get; private set; }

    public ObjectionState State => (ReceivedAt, CheckedAt, AnsweredAt) switch
    {
        (_, _, not null) => ObjectionState.Answered,
        (_, not null, _) => ObjectionState.Checked,
        (not null, _, _) => ObjectionState.Received,
        _ => ObjectionState.Raised,
    };

    /// <summary>受理.</summary>
    /// <exception cref="RuleViolationException">It was received already.</exception>
    public void Receive(string by, DateTime at)
    {
        if (ReceivedAt is not null)
            throw new RuleViolationException("这件异议已经受理。");
        (ReceivedBy, ReceivedAt) = (by, at);
    }

    /// <summary>核查: records, or rewords, what was found.</summary>
    /// <exception cref="RuleViolationException">It was not received, or is answered.</exception>
    public void Check(string findings, string by, DateTime at)
    {
        if (ReceivedAt is null)
            throw new RuleViolationException("请先受理这件异议。");
        RequireOpen();
        Findings = Text.Required(findings, TextMaxLength, "核查情况");
        (CheckedBy, CheckedAt) = (by, at);
    }

    /// <summary>答复: 维持 or 改定; an answer is not changed any more.</summary>
    /// <exception cref="RuleViolationException">It was not checked, or is answered.</exception>
    public void Close(ObjectionOutcome outcome, string answer, string by, DateTime at)
    {
        RequireOpen();
        if (CheckedAt is null)
            throw new RuleViolationException("请先记录核查情况，再答复。");
        Answer = Text.Required(answer, TextMaxLength, "答复");
        (Outcome, AnsweredBy, AnsweredAt) = (outcome, by, at);
    }

    private void RequireOpen()
    {
        if (AnsweredAt is not null)
            throw new RuleViolationException("这件异议已经答复，不能再改。");
    }
}
