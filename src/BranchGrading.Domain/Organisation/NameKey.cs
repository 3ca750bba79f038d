using System.Text;

namespace BranchGrading.Domain.Organisation;

/// <summary>
/// The folded form in which names and codes are compared: two names are the same when their keys are.
/// </summary>
/// <remarks>
/// Unique indexes of the database hold these keys, so what comes out for a given name must never change.
/// It therefore depends on no culture and no Unicode table of the system beyond what is white space:
/// white space, line breaks and zero-width characters are left out, full-width ASCII (U+FF01–U+FF5E)
/// becomes ASCII, a–z becomes A–Z; everything else stays as it is.
/// </remarks>
public static class NameKey
{
    private const int WidthOffset = '！' - '!';

    /// <summary>The key of a name; empty for a blank one.</summary>
    public static string Of(string name)
    {
        var key = new StringBuilder(name.Length);
        foreach (var character in name)
        {
            if (char.IsWhiteSpace(character) || IsInvisible(character))
                continue;
            var narrow = character is >= '！' and <= '～' ? (char)(character - WidthOffset) : character;
            key.Append(narrow is >= 'a' and <= 'z' ? (char)(narrow - 'a' + 'A') : narrow);
        }
        return key.ToString();
    }

    private static bool IsInvisible(char character) =>
        character is '\u00AD' or (>= '\u200B' and <= '\u200F') or '\u2060' or '\uFEFF';
}
