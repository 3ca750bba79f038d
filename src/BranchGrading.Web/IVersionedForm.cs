namespace BranchGrading.Web;

/// <summary>A form that edits something which others may edit too: it carries the version it was read at.</summary>
public interface IVersionedForm
{
    Guid Version { get; set; }
}
