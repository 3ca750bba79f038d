using System.Xml;

namespace BranchGrading.Web.Imports.Reading;

/// <summary>Keeps a file of ever new element names from filling the memory: the parser remembers each of them.</summary>
internal sealed class BoundedNameTable : NameTable
{
    private const int MaxNames = 5_000;

    private int names;

    public override string Add(string key) => Get(key) ?? Count(base.Add(key));

    public override string Add(char[] key, int start, int len) => Get(key, start, len) ?? Count(base.Add(key, start, len));

    private string Count(string name) => ++names <= MaxNames ? name : throw UnreadableFileException.Damaged("元素名称太多");
}
