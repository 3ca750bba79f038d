using System.Runtime.CompilerServices;

namespace BranchGrading.Web.Tests.Conventions;

/// <summary>The source tree, for rules that only the text can tell.</summary>
internal static class Source
{
    public static string Root { get; } = FindRoot();

    /// <summary>The files of src/ with an extension, as paths below src/ and their text; generated migrations left out.</summary>
    public static IEnumerable<(string Path, string Text)> Files(params string[] extensions) =>
        Directory.EnumerateFiles(Path.Combine(Root, "src"), "*", SearchOption.AllDirectories)
            .Select(file => (File: file, Path: Path.GetRelativePath(Path.Combine(Root, "src"), file).Replace('\\', '/')))
            .Where(file => extensions.Contains(System.IO.Path.GetExtension(file.Path)))
            .Where(file => !file.Path.Split('/').Any(part => part is "bin" or "obj" or "Migrations"))
            .Select(file => (file.Path, File.ReadAllText(file.File)));

    /// <summary>Lines that match, as "path:line text".</summary>
    public static IEnumerable<string> Lines(System.Text.RegularExpressions.Regex pattern, params string[] extensions) =>
        from file in Files(extensions)
        from line in file.Text.Split('\n').Select((text, index) => (Text: text, Number: index + 1))
        where pattern.IsMatch(line.Text)
        select $"{file.Path}:{line.Number} {line.Text.Trim()}";

    private static string FindRoot([CallerFilePath] string here = "")
    {
        // From the folder of the tests' output upwards; where that lies elsewhere, from this file.
        foreach (var start in new[] { AppContext.BaseDirectory, Path.GetDirectoryName(here)! })
        {
            for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
            {
                if (File.Exists(Path.Combine(folder.FullName, "BranchGrading.sln")))
                    return folder.FullName;
            }
        }

        throw new InvalidOperationException("The source tree was not found.");
    }
}
