using System.Text;
using System.Text.RegularExpressions;
using System.Xml;

namespace BranchGrading.Web.Imports.Reading;

/// <summary>
/// Walks forward through one XML part, matching local names so that the strict dialect reads the same.
/// Depth, names and texts are bounded; document type declarations are prohibited.
/// </summary>
internal sealed partial class PartReader : IDisposable
{
    private const int MaxDepth = 64;

    /// <summary>A text of the largest length, every character of it written as _x000D_.</summary>
    private const int MaxRawText = SheetBuilder.MaxCellLength * 7;

    /// <summary>Whatever a part declares: in another encoding the stream could not tell where a token ends.</summary>
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: true, throwOnInvalidBytes: true);

    private readonly XmlReader xml;

    public PartReader(Stream stream) => xml = XmlReader.Create(new StreamReader(stream, Utf8, detectEncodingFromByteOrderMarks: false), new XmlReaderSettings
    {
        CloseInput = true,
        DtdProcessing = DtdProcessing.Prohibit,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        IgnoreWhitespace = true,
        NameTable = new BoundedNameTable(),
        XmlResolver = null,
    });

    public int Depth => xml.Depth;

    public string Name => xml.LocalName;

    public bool IsElement => xml.NodeType == XmlNodeType.Element;

    public bool HasContent => !xml.IsEmptyElement;

    public bool Read()
    {
        var more = xml.Read();
        // Depth is checked at every node: no skipping of subtrees, whose depth nobody would watch.
        if (xml.Depth > MaxDepth)
            throw UnreadableFileException.Damaged("层次太深");
        return more;
    }

    public bool IsAt(int depth, string name) => IsElement && Depth == depth && Name == name;

    /// <summary>An attribute by its local name, whatever its namespace; null when absent.</summary>
    public string? Attribute(string name)
    {
        string? value = null;
        for (var more = xml.MoveToFirstAttribute(); more && value is null; more = xml.MoveToNextAttribute())
            value = xml.LocalName == name ? xml.Value : null;
        xml.MoveToElement();
        return value;
    }

    /// <summary>Moves to the next node inside the element that stands at <paramref name="depth"/>; false at its end.</summary>
    public bool ReadInside(int depth) => Read() && Depth > depth;

    /// <summary>The text of the element the reader stands on, which is read to its end.</summary>
    public string ReadText() => ReadTexts(inRuns: false);

    /// <summary>The text of a string item: its runs joined, phonetic hints left out.</summary>
    public string ReadRuns() => Unescape(ReadTexts(inRuns: true));

    /// <summary>What <c>_x000D_</c> and the like stand for.</summary>
    public static string Unescape(string text) => text.Contains("_x", StringComparison.Ordinal)
        ? Escape().Replace(text, match =>
        {
            var character = (char)Convert.ToInt32(match.Groups[1].Value, 16);
            return XmlConvert.IsXmlChar(character) ? character.ToString() : match.Value;
        })
        : text;

    public void Dispose() => xml.Dispose();

    private string ReadTexts(bool inRuns)
    {
        if (!HasContent)
            return "";
        var start = Depth;
        var phonetic = int.MaxValue;
        var inText = !inRuns;
        var text = new StringBuilder();
        while (ReadInside(start))
        {
            if (Depth <= phonetic)
                phonetic = IsElement && Name == "rPh" ? Depth : int.MaxValue;
            if (IsElement && inRuns)
                inText = Name == "t" && phonetic == int.MaxValue;
            if (inText && xml.NodeType is (XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace))
                text.Append(xml.Value);
            if (text.Length > MaxRawText)
                throw new UnreadableFileException($"有单元格的文字超过 {SheetBuilder.MaxCellLength} 个字。请缩短后再上传。");
        }
        return text.ToString();
    }

    [GeneratedRegex("_x([0-9A-Fa-f]{4})_", RegexOptions.CultureInvariant)]
    private static partial Regex Escape();
}
