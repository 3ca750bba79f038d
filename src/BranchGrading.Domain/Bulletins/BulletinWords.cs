namespace BranchGrading.Domain.Bulletins;

/// <summary>The words on screen for kinds of bulletins.</summary>
public static class BulletinWords
{
    /// <summary>通知 or 典型经验.</summary>
    public static string Word(this BulletinKind kind) => Words<BulletinKind>.All[kind];
}
