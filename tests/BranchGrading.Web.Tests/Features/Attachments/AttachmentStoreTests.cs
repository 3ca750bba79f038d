using System.Security.Cryptography;
using System.Text;
using BranchGrading.Domain.Assessments;
using BranchGrading.Web.Attachments;
using Xunit;

namespace BranchGrading.Web.Tests.Features.Attachments;

public sealed class AttachmentStoreTests : IDisposable
{
    private readonly string _outside = Path.Combine(Path.GetTempPath(), "branchgrading-tests", Guid.NewGuid().ToString("N"));
    private double _free = 0.5;

    private string Folder => Path.Combine(_outside, "attachments");

    private AttachmentStore Store => new(Folder, _ => _free, 0.1);

    public static TheoryData<string, byte[]> Honest => new()
    {
        { "总结.pdf", Files.Pdf }, { "记录.doc", Files.Doc }, { "记录.DOCX", Files.Docx }, { "名单.xls", Files.Xls }, { "名单.xlsx", Files.Xlsx },
        { "照片.jpg", Files.Jpg }, { "照片.jpeg", Files.Jpg }, { "截图.png", Files.Png },
    };

    public static TheoryData<string, byte[], string> Wrong => new()
    {
        { "脚本.exe", Files.Pdf, "只收 pdf" },
        { "没有扩展名", Files.Pdf, "只收 pdf" },
        { "网页.html", "<html>"u8.ToArray(), "只收 pdf" },
        { "图.svg", "<svg/>"u8.ToArray(), "只收 pdf" },
        { "改名.pdf", Files.Png, "内容不是 pdf" },
        { "改名.png", Files.Jpg, "内容不是 png" },
        { "改名.jpg", "MZ\x90"u8.ToArray(), "内容不是 jpg" },
        { "改名.docx", Files.Xlsx, "内容不是 docx" },
        { "改名.xlsx", Files.Docx, "内容不是 xlsx" },
        { "改名.doc", Files.Xls, "内容不是 doc" },
        { "改名.xls", Files.Doc, "内容不是 xls" },
        { "改名.doc", Files.Docx, "内容不是 doc" },
        { "压缩包.docx", Files.Package("a.txt", "text/plain"), "内容不是 docx" },
        { "断了.docx", Files.Docx[..60], "内容不是 docx" },
        { "宏.docx", Files.Package("word/document.xml", "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml", "word/vbaProject.bin"), "带有宏" },
        { "宏.xlsx", Files.Package("xl/workbook.xml", "application/vnd.ms-excel.sheet.macroEnabled.main+xml"), "带有宏" },
        { "宏.doc", Files.Ole("WordDocument", "_VBA_PROJECT"), "带有宏" },
        { "加密.xlsx", Files.Ole("EncryptedPackage"), "加了密码" },
        { "空.pdf", [], "空文件" },
    };

    public AttachmentStoreTests() => Directory.CreateDirectory(_outside);

    public void Dispose() => Directory.Delete(_outside, recursive: true);

    [Theory]
    [MemberData(nameof(Honest))]
    public async Task An_honest_file_is_laid_down_whole(string name, byte[] content)
    {
        var file = await ReceiveAsync(name, content);
        Assert.Equal((name, content.LongLength, Convert.ToHexStringLower(SHA256.HashData(content))), (file.Name, file.Size, file.Sha256));
        using var laid = Store.Open(file.StoredName)!;
        using var memory = new MemoryStream();
        await laid.CopyToAsync(memory, TestContext.Current.CancellationToken);
        Assert.Equal(content, memory.ToArray());
    }

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task What_is_not_what_it_says_is_refused_in_words(string name, byte[] content, string words)
    {
        var refused = await Assert.ThrowsAsync<RefusedFileException>(() => ReceiveAsync(name, content));
        Assert.Contains(words, refused.Message, StringComparison.Ordinal);
        Assert.StartsWith("「", refused.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFiles(Folder));
    }

    [Fact]
    public async Task The_greatest_file_is_taken_in_and_one_byte_more_is_not()
    {
        byte[] full = [.. "%PDF-"u8, .. new byte[Attachment.MaxSize - 5]];
        Assert.Equal(Attachment.MaxSize, (await ReceiveAsync("大.pdf", full)).Size);
        Assert.Contains("超过 20 MB", (await Assert.ThrowsAsync<RefusedFileException>(() => ReceiveAsync("更大.pdf", [.. full, 0]))).Message, StringComparison.Ordinal);
        Assert.Single(Directory.EnumerateFiles(Folder));
    }

    [Fact]
    public async Task A_disk_that_is_nearly_full_takes_no_more()
    {
        _free = 0.0999;
        Assert.Contains("磁盘快满了", (await Assert.ThrowsAsync<RefusedFileException>(() => ReceiveAsync("总结.pdf", Files.Pdf))).Message, StringComparison.Ordinal);
        _free = 0.1;
        Assert.Equal("总结.pdf", (await ReceiveAsync("总结.pdf", Files.Pdf)).Name);
    }

    [Fact]
    public async Task What_no_row_knows_is_tidied_away_once_it_is_old()
    {
        var (known, orphan) = (await ReceiveAsync("一.pdf", Files.Pdf), await ReceiveAsync("二.pdf", Files.Pdf));
        await File.WriteAllTextAsync(Path.Combine(Folder, Guid.NewGuid().ToString("N") + ".part"), "half", TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(Path.Combine(Folder, "README"), "not ours", TestContext.Current.CancellationToken);
        var now = File.GetLastWriteTimeUtc(Path.Combine(Folder, "README"));

        Assert.Equal(0, Store.Tidy(new HashSet<Guid> { known.StoredName }, now.AddHours(-1)));
        Assert.Equal(2, Store.Tidy(new HashSet<Guid> { known.StoredName }, now.AddHours(1)));
        Assert.Null(Store.Open(orphan.StoredName));
        using var kept = Store.Open(known.StoredName);
        Assert.NotNull(kept);
        Assert.True(File.Exists(Path.Combine(Folder, "README")));
    }

    [Theory]
    [InlineData("总结.pdf", "总结.pdf", "pdf")]
    [InlineData("../../etc/passwd.pdf", "passwd.pdf", "pdf")]
    [InlineData(@"C:\Users\王静\桌面\总结.PDF", "总结.PDF", "pdf")]
    [InlineData("总\r\n结\0.pdf", "总结.pdf", "pdf")]
    [InlineData("总结‮fdp.exe", "总结fdp.exe", "exe")]
    [InlineData(".pdf", "附件.pdf", "pdf")]
    [InlineData(" 总结 .pdf. ", "总结.pdf", "pdf")]
    [InlineData("总结", "总结", "")]
    [InlineData(null, "", "")]
    public void A_name_is_data_and_nothing_else(string? given, string name, string extension) => Assert.Equal((name, extension), AttachmentName.Of(given));

    [Fact]
    public void A_long_name_keeps_its_extension_and_whole_characters()
    {
        var (name, extension) = AttachmentName.Of(string.Concat(Enumerable.Repeat("𠮷", 100)) + ".docx");
        Assert.Equal(("docx", true), (extension, name.Length <= Attachment.FileNameMaxLength));
        Assert.EndsWith("𠮷.docx", name, StringComparison.Ordinal);
        Assert.Equal(name, Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(name)));
    }

    /// <summary>60 hostile names × 20 types: refused in Chinese, or laid down under a random name; nothing outside the store.</summary>
    [Fact]
    public async Task Sixty_names_of_twenty_types_leave_nothing_outside_the_store()
    {
        string[] stems =
        [
            "../", "../../", "..\\", "..\\..\\windows\\", "/etc/", "/", "\\\\server\\share\\", "C:\\", "file:///", "http://example.com/", "~/", "./", ".", "..", "...", " ", "",
            "\0", "a\0", "\r\nSet-Cookie: x=", "\u202e", "\u200b", "\ufeff", "\t", "\u0085", "\u2028", "\u007f", "%2e%2e%2f", "%00", "..%5c", "..%c0%af", "....//", "CON", "NUL", "COM1", "PRN.", "aux",
            "a:b", "a::$DATA", "a|b", "a<script>", "'; DROP TABLE Attachments;--", "\" onload=\"x", "a\"b", "=cmd|' /C calc'!A0", "$(id)", "`id`", "${jndi:ldap://x}", "-rf", "--help", "*?", "\ud83d\ude00",
            "a.exe", "a.php.", "a.html;", "Ａ", "名\u3000字", "．．／", new string('长', 400), string.Concat(Enumerable.Repeat("../", 60)),
        ];
        (string Extension, byte[] Content)[] types =
        [
            ("pdf", Files.Pdf), ("doc", Files.Doc), ("docx", Files.Docx), ("xls", Files.Xls), ("xlsx", Files.Xlsx), ("jpg", Files.Jpg), ("jpeg", Files.Jpg), ("png", Files.Png),
            ("exe", Files.Pdf), ("html", "<script>"u8.ToArray()), ("svg", "<svg onload=x>"u8.ToArray()), ("js", "alert(1)"u8.ToArray()), ("docm", Files.Docx), ("zip", Files.Docx), ("pdf", Files.Jpg),
            ("png", "<svg/>"u8.ToArray()), ("docx", Files.Ole("EncryptedPackage")), ("xls", Files.Ole("Workbook", "_VBA_PROJECT")), ("pdf.exe", Files.Pdf), ("", Files.Pdf),
        ];
        Assert.Equal((60, 20), (stems.Length, types.Length));
        var (store, laid) = (Store, 0);
        foreach (var stem in stems)
        {
            foreach (var (extension, content) in types)
            {
                try
                {
                    using var stream = new MemoryStream(content);
                    var file = await store.ReceiveAsync($"{stem}.{extension}", stream, TestContext.Current.CancellationToken);
                    laid++;
                    Assert.InRange(file.Name.Length, 5, Attachment.FileNameMaxLength);
                    Assert.DoesNotContain(file.Name, character => char.IsControl(character) || character is '/' or '\\' or '\u202e' or '\u200b' or '\u2028');
                    Assert.EndsWith("." + file.Extension, file.Name, StringComparison.OrdinalIgnoreCase);
                    Assert.True(File.Exists(Path.Combine(Folder, file.StoredName.ToString("N"))));
                }
                catch (RefusedFileException refused)
                {
                    Assert.Matches("没有收下|不是|带有宏|加了密码", refused.Message);
                }
            }
        }

        Assert.Equal(60 * 8, laid);
        Assert.Equal(laid, Directory.EnumerateFiles(_outside, "*", SearchOption.AllDirectories).Count());
        Assert.All(Directory.EnumerateFiles(_outside, "*", SearchOption.AllDirectories), path => Assert.Equal(Folder, Path.GetDirectoryName(path)));
    }

    private async Task<AttachedFile> ReceiveAsync(string name, byte[] content)
    {
        using var stream = new MemoryStream(content);
        return await Store.ReceiveAsync(name, stream, TestContext.Current.CancellationToken);
    }
}
