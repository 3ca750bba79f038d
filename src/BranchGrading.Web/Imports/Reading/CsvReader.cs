using System.Globalization;
using System.Text;

namespace BranchGrading.Web.Imports.Reading;

/// <summary>Reads csv (RFC 4180) in UTF-8 or GB18030, separated by commas or tabs.</summary>
internal static class CsvReader
{
    private static readonly Encoding Utf8 = new UTF8Encoding(false, throwOnInvalidBytes: true);

    private static readonly Encoding Gb18030 = CodePagesEncodingProvider.Instance.GetEncoding(
        "GB18030", EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!;

    private static readonly string[] Errors = ["#N/A", "#REF!", "#VALUE!", "#DIV/0!", "#NAME?", "#NUM!", "#NULL!"];

    public static Sheet Read(byte[] content)
    {
        var text = Decode(content);
        if (text.Any(character => char.IsControl(character) && character is not ('\t' or '\r' or '\n')))
            throw new UnreadableFileException("文件里有不是文字的内容，不是 csv 表格。请上传 .xlsx 或 .csv 文件。");
        return Parse(text, Separator(text));
    }

    private static string Decode(byte[] content)
    {
        foreach (var encoding in new[] { Utf8, Gb18030 })
        {
            try
            {
                return encoding.GetString(content).TrimStart('\uFEFF');
            }
            catch (DecoderFallbackException)
            {
                // Not this encoding: try the next.
            }
        }
        throw new UnreadableFileException("看不出文件的编码。请把 csv 存成 UTF-8 或 GB18030（ANSI）编码，或另存为 .xlsx 后再上传。");
    }

    private static char Separator(string text)
    {
        var (commas, tabs, quoted) = (0, 0, false);
        foreach (var character in text.AsSpan(0, Math.Min(text.Length, 20_000)))
        {
            quoted ^= character == '"';
            commas += !quoted && character == ',' ? 1 : 0;
            tabs += !quoted && character == '\t' ? 1 : 0;
        }
        return tabs > commas ? '\t' : ',';
    }

    private static Sheet Parse(string text, char separator)
    {
        var builder = new SheetBuilder();
        var field = new StringBuilder();
        var (row, column, at) = (1, 1, 0);
        while (at < text.Length)
        {
            at = ReadField(text, at, separator, row, field);
            if (field.Length > 0)
                builder.Add(Cell(row, column, field.ToString()));
            if (at >= text.Length)
                break;
            if (text[at] == separator)
            {
                column++;
                at++;
            }
            else
            {
                at += text[at] == '\r' && at + 1 < text.Length && text[at + 1] == '\n' ? 2 : 1;
                (row, column) = (row + 1, 1);
            }
        }
        return builder.Build();
    }

    /// <summary>Fills <paramref name="field"/> and gives the place of the separator, line end or end of text behind it.</summary>
    private static int ReadField(string text, int at, char separator, int row, StringBuilder field)
    {
        field.Clear();
        if (text[at] == '"')
            at = ReadQuoted(text, at + 1, row, field);
        for (; at < text.Length && text[at] != separator && text[at] is not ('\r' or '\n'); at++)
            field.Append(text[at]);
        return at;
    }

    private static int ReadQuoted(string text, int at, int row, StringBuilder field)
    {
        for (; at < text.Length; at++)
        {
            if (text[at] != '"')
                field.Append(text[at]);
            else if (at + 1 < text.Length && text[at + 1] == '"')
                field.Append(text[at++]);
            else
                return at + 1;
        }
        throw new UnreadableFileException($"第 {row} 行有引号没有成对。请用 Excel 或 WPS 打开，「另存为」.xlsx 后重新上传。");
    }

    private static SheetCell Cell(int row, int column, string text)
    {
        var typed = text.Trim();
        // A csv does not say what is a number; whatever reads as one may have lost its closing zeros in a spreadsheet.
        decimal? number = decimal.TryParse(typed, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint,
            CultureInfo.InvariantCulture, out var parsed) ? parsed : null;
        return new SheetCell(row, column, text, number, IsFormula: typed.StartsWith('='), IsError: Errors.Contains(typed));
    }
}
