using BranchGrading.Domain.Organisation;

namespace BranchGrading.Web.Imports.Reading;

/// <summary>A cell of a column that is read, as it is to be stored.</summary>
public sealed class ImportCell
{
    private const int ShownLength = 20;

    internal ImportCell(string address, SheetCell? cell)
    {
        Address = address;
        Text = Tidy(cell?.Text ?? "");
        Number = cell?.Number;
        Date = cell?.Date;
        IsFormula = cell?.IsFormula ?? false;
        IsError = cell?.IsError ?? false;
    }

    /// <summary>Like H7; known for a blank cell too. 第 7 行, where the file has no such column.</summary>
    public string Address { get; }

    /// <summary>What was typed, trimmed, full-width digits and Latin letters made narrow; empty when blank.</summary>
    public string Text { get; }

    public decimal? Number { get; }

    public DateOnly? Date { get; }

    public bool IsFormula { get; }

    public bool IsError { get; }

    public bool IsBlank => Text.Length == 0 && !IsFormula;

    /// <summary>Why the cell cannot be read whatever its column asks for, or null.</summary>
    public string? WhyUnreadable =>
        IsFormula ? "这里是公式，请改成直接填写的内容（复制后「选择性粘贴」为数值）"
        : IsError ? $"这里是错误值 {Text}，请改成正确的内容"
        : null;

    /// <summary>The text in quotation marks, shortened, for messages.</summary>
    internal string Shown => $"「{(Text.Length > ShownLength ? Text[..ShownLength] + "…" : Text)}」";

    /// <summary>The form values are recognised in: width, case and spaces do not matter.</summary>
    internal string Folded => NameKey.Of(Text);

    private static string Tidy(string text)
    {
        var trimmed = text.Trim().Trim('\u200B', '\u2060', '\uFEFF').Trim().ReplaceLineEndings("\n");
        return string.Create(trimmed.Length, trimmed, (narrow, source) =>
        {
            for (var at = 0; at < narrow.Length; at++)
            {
                narrow[at] = source[at] is (>= '０' and <= '９') or (>= 'Ａ' and <= 'Ｚ') or (>= 'ａ' and <= 'ｚ')
                    ? (char)(source[at] - '！' + '!')
                    : source[at];
            }
        });
    }
}
