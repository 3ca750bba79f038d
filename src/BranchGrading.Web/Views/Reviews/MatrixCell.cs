namespace BranchGrading.Web.Views.Reviews;

/// <summary>One step of one branch in the matrix: colour, icon and words of what is there.</summary>
public sealed record MatrixCell(string Kind, string Icon, string Text)
{
    public string Css => Kind.Length == 0 ? "cell" : $"cell cell-{Kind}";

    public static MatrixCell Ok(string text) => new("ok", "check", text);

    public static MatrixCell Doing(string text) => new("doing", "pencil", text);

    public static MatrixCell Open(string text) => new("", "circle", text);

    public static MatrixCell Waiting(string text) => new("", "clock", text);

    public static MatrixCell Warn(string text, string icon = "alert") => new("warn", icon, text);
}
