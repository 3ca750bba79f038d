namespace BranchGrading.Web.Views.Reviews;

/// <summary>Whom a branch's review waits for.</summary>
public enum Waits
{
    /// <summary>Whoever looks at the page.</summary>
    Viewer,

    /// <summary>The committee's officer.</summary>
    Officer,

    /// <summary>The branch.</summary>
    Branch,

    /// <summary>The department.</summary>
    Department,

    Nobody,
}

/// <summary>What is to be done next for a branch, by whom, and where.</summary>
public sealed record NextStep(Waits For, string Text, string Address);
