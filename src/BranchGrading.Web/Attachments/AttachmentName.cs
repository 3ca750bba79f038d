using System.Globalization;
using BranchGrading.Domain.Assessments;

namespace BranchGrading.Web.Attachments;

/// <summary>What remains of the name under which somebody keeps a file: shown and sent back, never a path on the server.</summary>
public static class AttachmentName
{
    /// <summary>The name without folders and invisible characters, in 120 characters with its extension, which comes back in small letters without the dot.</summary>
    public static (string Name, string Extension) Of(string? given)
    {
        var last = (given ?? "").Split('/', '\\')[^1];
        // Control characters could end a header, and marks of direction show one extension where another is.
        var name = string.Concat(last.Where(character => char.GetUnicodeCategory(character)
            is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator))).Trim().TrimEnd('.', ' ');
        var dot = name.LastIndexOf('.');
        if (dot < 0)
            return (Cut(name, Attachment.FileNameMaxLength), "");
        var (stem, extension) = (name[..dot].Trim(), name[(dot + 1)..]);
        // What is longer than any extension taken in is refused anyway; so much of it shows why.
        extension = Cut(extension, 20);
        return ($"{Cut(stem is "" ? "附件" : stem, Attachment.FileNameMaxLength - 1 - extension.Length)}.{extension}", extension.ToLowerInvariant());
    }

    private static string Cut(string text, int length)
    {
        if (text.Length <= length)
            return text;
        // Half of a character that takes two is no character.
        return text[..(char.IsHighSurrogate(text[length - 1]) ? length - 1 : length)];
    }
}
