namespace BranchGrading.Domain.Organisation;

/// <summary>任职: a person's office in a branch or committee, from a month until a day.</summary>
public sealed class TermOfOffice
{
    public const int ConcurrentPostMaxLength = 60;
    public const int FirstYear = 1900;
    public const int LastYear = 2100;

    private TermOfOffice()
    {
    }

    public int Id { get; private set; }

    public int PersonId { get; private set; }

    public Person Person { get; private set; } = null!;

    public int? BranchId { get; private set; }

    public Branch? Branch { get; private set; }

    public int? CommitteeId { get; private set; }

    public Committee? Committee { get; private set; }

    public Post Post { get; private set; }

    /// <summary>任职时间: a month, kept as its first day; null when not told.</summary>
    public DateOnly? From { get; private set; }

    /// <summary>The first day no longer in office; null while in office.</summary>
    public DateOnly? To { get; private set; }

    /// <summary>行政职务 held at the same time, e.g. 系主任.</summary>
    public string? ConcurrentPost { get; private set; }

    /// <summary>Whether the person is in office.</summary>
    public bool IsCurrent => To is null;

    /// <summary>An office in a branch.</summary>
    public static TermOfOffice InBranch(Person person, Branch branch, Post post, DateOnly? from, string? concurrentPost)
    {
        var term = new TermOfOffice { Person = person, Branch = branch, Post = post };
        term.Correct(from, concurrentPost);
        return term;
    }

    /// <summary>组织员 of a committee.</summary>
    public static TermOfOffice OrganiserOf(Person person, Committee committee, DateOnly? from)
    {
        var term = new TermOfOffice { Person = person, Committee = committee, Post = Post.Organiser };
        term.Correct(from, null);
        return term;
    }

    /// <summary>Corrects since when, or the post held besides.</summary>
    public void Correct(DateOnly? from, string? concurrentPost)
    {
        if (from is { Year: < FirstYear or > LastYear })
            throw new RuleViolationException($"任职时间应在 {FirstYear} 年到 {LastYear} 年之间。");
        From = from is { } day ? new DateOnly(day.Year, day.Month, 1) : null;
        ConcurrentPost = Text.Optional(concurrentPost, ConcurrentPostMaxLength, "兼任职务");
    }

    /// <summary>The office ends on a day.</summary>
    /// <exception cref="RuleViolationException">It has ended already, or would end before it began.</exception>
    public void End(DateOnly on)
    {
        if (!IsCurrent)
            throw new RuleViolationException("这次任职已经结束。");
        if (From is { } from && on < from)
            throw new RuleViolationException($"离任日期不能早于任职时间（{from:yyyy年M月}）。");
        To = on;
    }

    /// <summary>An ending made by mistake is taken back.</summary>
    internal void Resume() => To = null;
}
