using BranchGrading.Data.Queries;
using BranchGrading.Domain.Organisation;

namespace BranchGrading.Web.Views.OrganisationChanges;

/// <summary>What a change means for the rounds that run, said before it is made.</summary>
public sealed record RoundNotes(OrganisationChangeKind Kind, IReadOnlyList<RoundPlace> Places)
{
    /// <summary>A sentence for every round and branch that it concerns.</summary>
    public IEnumerable<string> Sentences => Places.Where(place => place.TakesPart).Select(Sentence);

    private string Sentence(RoundPlace place) => Kind switch
    {
        OrganisationChangeKind.Dissolution => $"{place.Year} 年度的评定还没有结束，「{place.Name}」仍在其中；不再评定的，撤销后到该年度设为不参加，下一页有链接。",
        OrganisationChangeKind.Renaming => $"{place.Year} 年度的评定、公示和报表仍用开始时的名称「{place.Name}」。",
        OrganisationChangeKind.Move => $"{place.Year} 年度的自评、初评和报表仍归「{place.Committee}」办理；新的二级党组织能看历年等级和整改计划，看不到该年度的工作材料。",
        OrganisationChangeKind.SecretaryChange => $"{place.Year} 年度的报表仍写开始时的书记{place.Secretary ?? "（空缺）"}；没有办完的自评由新书记接着办。",
        _ => $"{place.Year} 年度的评定还没有结束，「{place.Name}」仍按开始时的情况在其中；办完后再定哪些支部不参加、哪些补充参评，下一页有链接。",
    };
}
