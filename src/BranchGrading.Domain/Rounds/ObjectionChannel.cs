namespace BranchGrading.Domain.Rounds;

/// <summary>How an objection came in.</summary>
public enum ObjectionChannel
{
    /// <summary>网上: by somebody signed in.</summary>
    Online,

    /// <summary>书面</summary>
    Paper,

    /// <summary>电话</summary>
    Phone,

    /// <summary>来访</summary>
    Visit,
}
