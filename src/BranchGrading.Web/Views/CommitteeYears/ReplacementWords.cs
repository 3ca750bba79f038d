using BranchGrading.Domain.Organisation;

namespace BranchGrading.Web.Views.CommitteeYears;

/// <summary>The words for what became of the secretary of a branch graded D.</summary>
public static class ReplacementWords
{
    public static string Of(ReplacementState state) => state switch
    {
        ReplacementState.Changed => "已调整",
        ReplacementState.Vacant => "书记空缺",
        ReplacementState.Dissolved => "支部已撤销",
        _ => "尚未调整",
    };
}
