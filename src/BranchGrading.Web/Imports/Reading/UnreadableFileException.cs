namespace BranchGrading.Web.Imports.Reading;

/// <summary>The whole file is refused; the message tells the user in Chinese why and what to do.</summary>
public sealed class UnreadableFileException(string message) : Exception(message)
{
    internal static UnreadableFileException Damaged(string what) =>
        new($"文件已损坏或不完整（{what}）。请用 Excel 或 WPS 打开，「另存为」.xlsx 后重新上传。");
}
