using BranchGrading.Data.Queries;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace BranchGrading.Web.Views.Objections;

/// <summary>The published branches to choose from, under their committees.</summary>
public static class BranchChoices
{
    public static IReadOnlyList<SelectListItem> Of(IReadOnlyList<NamedGrade> grades)
    {
        var committees = grades.Select(row => row.Committee).Distinct().ToDictionary(name => name, name => new SelectListGroup { Name = name });
        return [new SelectListItem("请选择", ""), .. grades.Select(row => new SelectListItem($"{row.Branch}（{row.Grade}）", $"{row.ParticipantId}") { Group = committees[row.Committee] })];
    }
}
