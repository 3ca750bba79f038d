namespace BranchGrading.Domain.HandIns;

/// <summary>报送: 附表4 and 附表5 of a committee as they were handed in to the department: frozen, hashed, numbered. A correction is another one; the earlier are kept.</summary>
public sealed class HandIn
{
    public const int CheckCodeLength = 12;
    public const int ReasonMaxLength = 300;

    private readonly List<HandInFile> _files = [];

    private HandIn()
    {
    }

    public int Id { get; private set; }

    public int RoundId { get; private set; }

    public int CommitteeId { get; private set; }

    /// <summary>The version, from 1.</summary>
    public int Number { get; private set; }

    /// <summary>校验码 on page and paper: the first twelve hexadecimal digits of the SHA-256 of its files' hashes.</summary>
    public string CheckCode { get; private set; } = "";

    public DateTime MadeAt { get; private set; }

    public string MadeBy { get; private set; } = "";

    public DateTime? ReceivedAt { get; private set; }

    public string? ReceivedBy { get; private set; }

    public DateTime? PaperReceivedAt { get; private set; }

    public string? PaperReceivedBy { get; private set; }

    /// <summary>The check code read from the paper.</summary>
    public string? PaperCheckCode { get; private set; }

    public DateTime? SentBackAt { get; private set; }

    public string? SentBackBy { get; private set; }

    public string? SentBackReason { get; private set; }

    public Guid Version { get; private set; }

    public IReadOnlyList<HandInFile> Files => _files;
}
