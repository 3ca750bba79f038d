using Microsoft.AspNetCore.Mvc.Rendering;

namespace BranchGrading.Web.Views.Participants;

/// <summary>The correction of a participant, with the standards to choose from while it is not scored.</summary>
public sealed record ParticipantPage(ParticipantForm Form, IReadOnlyList<SelectListItem> Standards, bool IsScored)
{
    private const string OfItsType = "和同类支部一样";

    /// <summary>The name of the standard that a form chooses, for whoever compares two states of it.</summary>
    public string StandardOf(ParticipantForm form) => Standards.FirstOrDefault(standard => standard.Value == $"{form.StandardId}")?.Text ?? OfItsType;

    public static SelectListItem SameAsItsType { get; } = new(OfItsType, "");
}
