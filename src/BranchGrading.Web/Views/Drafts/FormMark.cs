using System.Security.Cryptography;
using System.Text;

namespace BranchGrading.Web.Views.Drafts;

/// <summary>
/// A short mark of what a piece of a form held when its page was read. A page without script sends all its pieces: one that still is as it was read says nothing,
/// and must not undo what somebody else wrote there meanwhile.
/// </summary>
public static class FormMark
{
    public static string Of(ItemForm form) => Of(form.Points, form.Option, form.Times, form.Vetoed, form.Note);

    public static string Of(AnswerForm form) => Of(form.Level, form.Explanation);

    public static string Of(OpinionForm form) => Of(
        form.Opinion, form.ProposedGrade, form.ContactLeader, form.ByVisit, form.ByAppraisal, form.ByRecords, form.LearningAccepted, form.OrganisationSatisfaction, form.HeadSatisfaction);

    private static string Of(params object?[] values) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
        string.Join('\u001f', values.Select(value => (value?.ToString() ?? "").ReplaceLineEndings("\n").Trim())))))[..16];
}
