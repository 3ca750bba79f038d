using BranchGrading.Domain.Bulletins;
using BranchGrading.Domain.HandIns;
using BranchGrading.Domain.Organisation;
using BranchGrading.Domain.Rectification;
using BranchGrading.Domain.Rounds;

namespace BranchGrading.Domain.Assessments;

/// <summary>
/// 附件: a file of a self-assessment (for one item or for the whole), of a record of evidence, of a plan's entry, of a committee's note, of what was handed in or of a notice. The content lies outside the database
/// under a random name; the original name is data only.
/// </summary>
public sealed class Attachment
{
    public const int FileNameMaxLength = 120;

    /// <summary>As many files as one assessment, or one record, takes.</summary>
    public const int Most = 20;

    /// <summary>The largest file, in bytes: 20 MB.</summary>
    public const long MaxSize = 20L * 1024 * 1024;

    /// <summary>All files of one assessment together, in bytes: 100 MB.</summary>
    public const long MaxTotalSize = 100L * 1024 * 1024;

    private Attachment()
    {
    }

    /// <summary>A file of a self-assessment.</summary>
    public Attachment(int participantId, int? itemId, AttachedFile file, string by, DateTime at)
        : this(file, by, at) => (ParticipantId, ItemId) = (participantId, itemId);

    /// <summary>A file of a record of evidence.</summary>
    public Attachment(Evidence evidence, AttachedFile file, string by, DateTime at)
        : this(file, by, at) => Evidence = evidence;

    /// <summary>A file that shows what an entry of a plan says.</summary>
    public Attachment(PlanEntry entry, AttachedFile file, string by, DateTime at)
        : this(file, by, at) => PlanEntry = entry;

    /// <summary>A file of a committee's note, such as its 工作方案.</summary>
    public Attachment(CommitteeNote note, AttachedFile file, string by, DateTime at)
        : this(file, by, at) => CommitteeNote = note;

    /// <summary>A scanned, signed page of what was handed in.</summary>
    public Attachment(HandIn handIn, AttachedFile file, string by, DateTime at)
        : this(file, by, at) => HandIn = handIn;

    /// <summary>A file of a notice.</summary>
    public Attachment(Bulletin bulletin, AttachedFile file, string by, DateTime at)
        : this(file, by, at) => Bulletin = bulletin;

    private Attachment(AttachedFile file, string by, DateTime at)
    {
        FileName = Text.Required(file.Name, FileNameMaxLength, "文件名");
        (StoredName, Extension, Size, Sha256, AddedBy, AddedAt) = (file.StoredName, file.Extension, file.Size, file.Sha256, by, at);
    }

    public int Id { get; private set; }

    public int? ParticipantId { get; private set; }

    public Participant? Participant { get; private set; }

    /// <summary>The item of the standard that it shows; null for the whole assessment.</summary>
    public int? ItemId { get; private set; }

    public int? EvidenceId { get; private set; }

    public Evidence? Evidence { get; private set; }

    public int? PlanEntryId { get; private set; }

    public PlanEntry? PlanEntry { get; private set; }

    public int? CommitteeNoteId { get; private set; }

    public CommitteeNote? CommitteeNote { get; private set; }

    public int? HandInId { get; private set; }

    public HandIn? HandIn { get; private set; }

    public int? BulletinId { get; private set; }

    public Bulletin? Bulletin { get; private set; }

    public string FileName { get; private set; } = "";

    /// <summary>The random name under which the content lies.</summary>
    public Guid StoredName { get; private set; }

    /// <summary>pdf, docx, … in small letters, as found in name and content.</summary>
    public string Extension { get; private set; } = "";

    /// <summary>In bytes.</summary>
    public long Size { get; private set; }

    /// <summary>SHA-256 of the content, 64 hexadecimal digits.</summary>
    public string Sha256 { get; private set; } = "";

    public DateTime AddedAt { get; private set; }

    public string AddedBy { get; private set; } = "";

    /// <summary>When it was taken out of an assessment that had been handed in with it; the content stays for that submission.</summary>
    public DateTime? RemovedAt { get; private set; }

    public string? RemovedBy { get; private set; }

    public Guid Version { get; private set; }

    public bool IsPicture => Extension is "jpg" or "jpeg" or "png";

    /// <summary>Why files cannot be added to those that an assessment or a record has; null when they can.</summary>
    /// <param name="present">What is attached now.</param>
    /// <param name="added">What would be added.</param>
    public static string? WhyNotAdd(IReadOnlyCollection<Attachment> present, IReadOnlyCollection<AttachedFile> added)
    {
        if (present.Count + added.Count > Most)
            return $"最多 {Most} 个附件，现在有 {present.Count} 个，这次又选了 {added.Count} 个。请删去不要的，或者合并成一个文件。";
        var together = present.Sum(attachment => attachment.Size) + added.Sum(file => file.Size);
        return together > MaxTotalSize ? $"附件合计最多 {MaxTotalSize / 1024 / 1024} MB，加上这次选的有 {together / 1024m / 1024m:0.0} MB。请缩小照片和扫描件。" : null;
    }

    /// <summary>Takes it out, keeping it for the submission that had it.</summary>
    public void Remove(string by, DateTime at) => (RemovedBy, RemovedAt) = (by, at);
}
