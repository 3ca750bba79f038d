namespace BranchGrading.Domain.Rounds;

/// <summary>What an objection has reached, read off what is there.</summary>
public enum ObjectionState
{
    /// <summary>待受理</summary>
    Raised,

    /// <summary>核查中</summary>
    Received,

    /// <summary>待答复: the findings are recorded.</summary>
    Checked,

    /// <summary>已答复</summary>
    Answered,
}
