using System.Security.Cryptography;
using System.Text;

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

    /// <summary>What a committee hands in now.</summary>
    /// <param name="roundId">The round.</param>
    /// <param name="committeeId">The committee.</param>
    /// <param name="number">The version, one more than the last.</param>
    /// <param name="checkCode">As printed on the forms, by <see cref="CodeOf"/>.</param>
    /// <param name="files">The frozen files.</param>
    /// <param name="by">Who hands in.</param>
    /// <param name="at">When, in UTC.</param>
    public HandIn(int roundId, int committeeId, int number, string checkCode, IReadOnlyCollection<HandInFile> files, string by, DateTime at)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(number, 1);
        ArgumentOutOfRangeException.ThrowIfNotEqual(checkCode.Length, CheckCodeLength);
        if (files.Count == 0)
            throw new RuleViolationException("没有可以报送的表。");
        (RoundId, CommitteeId, Number, CheckCode, MadeBy, MadeAt) = (roundId, committeeId, number, checkCode, by, at);
        _files.AddRange(files);
    }

    public int Id { get; private set; }

    public int RoundId { get; private set; }

    public int CommitteeId { get; private set; }

    /// <summary>The version, from 1.</summary>
    public int Number { get; private set; }

    /// <summary>校验码 on page and paper: twelve hexadecimal digits, see <see cref="CodeOf"/>.</summary>
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

    public bool IsSentBack => SentBackAt is not null;

    /// <summary>Whether the paper is this version; null while none came.</summary>
    public bool? PaperAgrees => PaperCheckCode is null ? null : PaperCheckCode == CheckCode;

    /// <summary>Received, and the paper with the same code: nothing is left to do.</summary>
    public bool IsSettled => !IsSentBack && ReceivedAt is not null && PaperAgrees == true;

    /// <summary>
    /// The check code of forms: the first twelve hexadecimal digits of the SHA-256 over the hashes of the forms as they are before the code is printed on them,
    /// since no file can hold a code made of itself. It identifies a version; it cannot be made again from the frozen files, whose own hashes are kept.
    /// </summary>
    /// <param name="contents">The forms, in their order.</param>
    public static string CodeOf(IEnumerable<byte[]> contents) =>
        Convert.ToHexString(SHA256.HashData(Encoding.ASCII.GetBytes(string.Join('\n', contents.Select(content => Convert.ToHexString(SHA256.HashData(content)))))))[..CheckCodeLength];

    /// <summary>A1B2-C3D4-E5F6: in groups, to be read from paper.</summary>
    public static string Grouped(string code) => string.Join('-', code.Chunk(4).Select(four => new string(four)));

    /// <summary>What was typed from the paper, without spaces and dashes, full-width letters made narrow; null where it is no check code.</summary>
    public static string? ReadCode(string? typed)
    {
        // An O is read for a zero, and an I or an l for a one: neither letter occurs in a code.
        var code = string.Concat((typed ?? "").Normalize(NormalizationForm.FormKC).ToUpperInvariant().Where(char.IsLetterOrDigit)).Replace('O', '0').Replace('I', '1').Replace('L', '1');
        return code.Length == CheckCodeLength && code.All(char.IsAsciiHexDigit) ? code : null;
    }

    /// <summary>The department has the electronic forms.</summary>
    public void Receive(string by, DateTime at)
    {
        RequireInForce();
        if (ReceivedAt is not null)
            throw new RuleViolationException($"{ReceivedBy}已经登记收到电子版。");
        (ReceivedBy, ReceivedAt) = (by, at);
    }

    /// <summary>The department has the paper; a right one after a wrong one takes its place.</summary>
    /// <param name="typed">The check code as read from the paper.</param>
    /// <param name="by">Who received it.</param>
    /// <param name="at">When, in UTC.</param>
    /// <returns>Whether paper and electronic forms agree.</returns>
    public bool ReceivePaper(string? typed, string by, DateTime at)
    {
        RequireInForce();
        if (PaperAgrees == true)
            throw new RuleViolationException($"{PaperReceivedBy}已经登记收到纸质版，校验码一致。");
        var code = ReadCode(typed) ?? throw new RuleViolationException("校验码是 12 位数字和字母（0–9、A–F），请照纸质版重新输入。");
        (PaperCheckCode, PaperReceivedBy, PaperReceivedAt) = (code, by, at);
        return code == CheckCode;
    }

    /// <summary>The department sends it back; a correction is another version.</summary>
    public void SendBack(string? reason, string by, DateTime at)
    {
        RequireInForce();
        SentBackReason = Domain.Text.Required(reason, ReasonMaxLength, "退回的理由");
        (SentBackBy, SentBackAt) = (by, at);
    }

    private void RequireInForce()
    {
        if (IsSentBack)
            throw new RuleViolationException("这一版已经退回，请等新的一版。");
    }
}
