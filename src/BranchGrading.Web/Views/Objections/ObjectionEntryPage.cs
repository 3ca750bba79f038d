using BranchGrading.Data;
using BranchGrading.Data.Queries;
using BranchGrading.Domain.Rounds;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace BranchGrading.Web.Views.Objections;

/// <summary>An objection that the department enters.</summary>
public sealed record ObjectionEntryPage(GradingRound Round, ObjectionForm Form, IReadOnlyList<NamedGrade> Grades, DateOnly Today)
{
    public DateOnly Published => SchoolTime.DayOf(Round.Publication!.PublishedAt);

    /// <summary>The last day on which one can have come in time.</summary>
    public DateOnly Latest => Round.Publication is { PublicityDays: > 0 } publication && publication.PublicityEndsOn < Today ? publication.PublicityEndsOn : Today;

    public IReadOnlyList<SelectListItem> Branches => BranchChoices.Of(Grades);

    public static IReadOnlyList<SelectListItem> Channels { get; } = [.. new[] { ObjectionChannel.Paper, ObjectionChannel.Phone, ObjectionChannel.Visit }.Select(channel => new SelectListItem(channel.Word(), channel.ToString()))];
}
