using System.Security.Cryptography;
using System.Text;
using BranchGrading.Domain.Assessments;

namespace BranchGrading.Web.Views.Assessments;

/// <summary>What was looked at before it is handed in: where somebody changes it meanwhile, it is looked at again.</summary>
public sealed class SubmissionForm
{
    public string? Checked { get; set; }

    public static SubmissionForm Of(SelfAssessmentPaper paper)
    {
        var text = string.Join('\u001f', paper.Content().Lines.Select(line => $"{line.Key}\u001e{line.Label}\u001e{line.Text}"));
        return new SubmissionForm { Checked = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..32] };
    }
}
