namespace BranchGrading.Web.Imports.Reading;

/// <summary>How much of a workbook may be inflated; counted as it flows, since sizes in a zip's headers may lie.</summary>
internal sealed class InflationBudget
{
    private const long Limit = 50L * 1024 * 1024;

    private long spent;

    public void Spend(int bytes)
    {
        spent += bytes;
        if (spent > Limit)
            throw new UnreadableFileException("文件解压后超过 50 MB。请只保留要导入的工作表和内容后再上传。");
    }
}
