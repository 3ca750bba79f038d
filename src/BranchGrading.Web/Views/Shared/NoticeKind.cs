namespace BranchGrading.Web.Views.Shared;

/// <summary>What a notice tells: something to know, something done, something to look at, something wrong.</summary>
public enum NoticeKind
{
    Info,
    Ok,
    Warn,
    Bad,
}
