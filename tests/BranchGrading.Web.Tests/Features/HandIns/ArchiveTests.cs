using System.Buffers.Binary;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using AngleSharp.Html.Parser;
using BranchGrading.Domain.Assessments;
using BranchGrading.Domain.HandIns;
using BranchGrading.Web.Exports;
using BranchGrading.Web.Works;
using ClosedXML.Excel;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace BranchGrading.Web.Tests.Features.HandIns;

/// <summary>年度档案: one zip with everything of a round, which can be checked without the application.</summary>
public sealed class ArchiveTests(WebApp app) : IClassFixture<WebApp>
{
    [Fact]
    public async Task The_archive_holds_every_form_record_and_frozen_file_and_every_hash_is_right()
    {
        var world = await World.OfAsync(app);
        var (officer, department, address) = (await world.AsAsync(Actor.Officer), await world.AsAsync(Actor.Department), await AddressAsync(world));
        await officer.PostFormAsync(address, address);
        await department.PostFormAsync(address, $"{address}/1/return", ("reason", "请改"));
        await officer.PostFormAsync(address, address);
        Assert.Equal(302, (await department.SendFilesAsync(address, $"{address}/2/scans", [("签字页.png", Attachments.Files.Png)])).Code);
        using var zip = await PackAsync(department);
        var names = zip.Entries.Select(entry => entry.FullName).ToList();
        Assert.Equal([3, 4, 4], new[] { "附表3/", "附表4/", "附表5/" }.Select(folder => names.Count(name => name.StartsWith(folder, StringComparison.Ordinal))));
        Assert.Equal(5, names.Count(name => name.StartsWith($"报送/{World.Materials}/", StringComparison.Ordinal)));
        Assert.Equal(
            ["公示与定级.xlsx", "初评意见报告.xlsx", "报送情况.xlsx", "操作记录的链尾.txt", "民主测评.xlsx", "自我评价报告.xlsx", "评分标准.xlsx", "评定.xlsx", "逐项得分.xlsx"],
            names.Where(name => name.StartsWith("记录/", StringComparison.Ordinal)).Select(name => name["记录/".Length..]).Order(StringComparer.Ordinal));

        CheckSums(zip);
        var frozen = (await HandInsAsync()).SelectMany(handIn => handIn.Files).Select(file => file.Sha256).ToList();
        Assert.Equal(4, frozen.Intersect(Sums(zip).Select(sum => sum.Hash)).Count());
        var head = await app.InDbAsync(db => db.AuditHeads.SingleAsync());
        var told = Text(zip, "记录/操作记录的链尾.txt");
        Assert.Contains($"共 {head.Sequence} 条", told, StringComparison.Ordinal);
        Assert.Contains(head.Hash, told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Names_that_no_file_can_have_become_names_that_every_system_takes()
    {
        var world = await World.OfAsync(app);
        var address = await AddressAsync(world);
        await world.AddAccountAsync("keeper", "档案员", Data.Identity.Roles.OrganizationDepartment);
        // Two that differ only in what no file name may hold, and one that is too long.
        var odd = new Dictionary<int, string>
        {
            [world.Committee(World.Materials)] = "A/B:学院*?党委. ",
            [world.Committee(World.Computing)] = "a\\b学院<党>委|\"",
            [world.Committee(World.Library)] = new string('长', 60),
        };
        foreach (var (id, name) in odd)
            await app.InDbAsync(db => db.Database.ExecuteSqlAsync($"UPDATE Participants SET CommitteeName = {name} WHERE CommitteeId = {id}"));
        await (await world.AsAsync(Actor.Officer)).PostFormAsync(address, address);
        var bytes = await BytesAsync(await world.AsAsync(Actor.Department));
        Assert.All(FlagsOf(bytes), flags => Assert.Equal(0x0800, flags & 0x0800));
        using var zip = new ZipArchive(new MemoryStream(bytes));
        var names = zip.Entries.Select(entry => entry.FullName).ToList();
        Assert.Equal(names.Count, names.Distinct(StringComparer.OrdinalIgnoreCase).Count());
        Assert.All(names.SelectMany(name => name.Split('/')), part =>
        {
            Assert.DoesNotContain(part, character => "\\/:*?\"<>|".Contains(character) || char.IsControl(character));
            Assert.Equal(part, part.Trim(' ', '.'));
            Assert.InRange(part.Length, 1, FormNames.ArchivedMaxLength);
        });
        Assert.All(names, name => Assert.InRange(name.Length, 1, 200));
        CheckSums(zip);
    }

    [Fact]
    public async Task A_frozen_file_that_was_changed_is_left_out_and_told_of()
    {
        var world = await World.OfAsync(app);
        var (officer, department, address) = (await world.AsAsync(Actor.Officer), await world.AsAsync(Actor.Department), await AddressAsync(world));
        await officer.PostFormAsync(address, address);
        var file = (await HandInsAsync())[0].Files.Single(file => file.Form == "附表5");
        await File.AppendAllTextAsync(Directory.EnumerateFiles(app.Folder, file.StoredName.ToString("N"), SearchOption.AllDirectories).Single(), "x");
        var started = await StartAsync(department);
        Assert.Contains("1 个报送的文件丢失或被改动", (await department.WorkAsync(started)).Text, StringComparison.Ordinal);
        using var zip = new ZipArchive(new MemoryStream(await (await department.GetAsync(new Uri($"{started.Location}/file", UriKind.Relative))).Content.ReadAsByteArrayAsync()));
        Assert.Contains(file.Sha256, Text(zip, $"报送/{World.Materials}/第1版-{file.FileName}.缺失.txt"), StringComparison.Ordinal);
        Assert.NotEmpty(new HtmlParser().ParseDocument(Text(zip, ArchiveWriter.Index)).QuerySelectorAll(".lost"));
        CheckSums(zip);
    }

    [Fact]
    public async Task Ballots_stand_there_as_sums_and_of_fewer_than_five_only_what_the_grade_needs()
    {
        var world = await World.OfAsync(app);
        var roundId = await world.GradeAsync();
        await app.SaveAsync(async db =>
        {
            foreach (var vote in await db.Evaluations.Include(vote => vote.Participant).Where(vote => vote.Participant.BranchName == World.Own && vote.Panel == Panel.Members).ToListAsync())
                vote.Recount(new BallotCount(4, 4, 4, 4, 1, 2, 0, 1));
        });
        Assert.True(roundId > 0);
        using var zip = await PackAsync(await world.AsAsync(Actor.Department));
        using var workbook = new XLWorkbook(new MemoryStream(Bytes(zip.GetEntry("记录/民主测评.xlsx")!)));
        var sheet = workbook.Worksheets.First();
        var heads = sheet.RowsUsed().First(row => row.CellsUsed().Any(cell => cell.GetString() == "较好"));
        var columns = heads.CellsUsed().ToDictionary(cell => cell.GetString(), cell => cell.Address.ColumnNumber);
        var few = sheet.RowsUsed().Single(row => row.CellsUsed().Any(cell => cell.GetString() == World.Own) && row.CellsUsed().Any(cell => cell.GetString() == "党员测评"));
        Assert.Equal(["4", "3", "75", "", "", "", ""], new[] { "有效", "满意", "满意率", "好", "较好", "一般", "差" }.Select(name => few.Cell(columns[name]).GetValue<string>()));
        var many = sheet.RowsUsed().First(row => row.CellsUsed().Any(cell => cell.GetString() == "群众测评"));
        Assert.NotEqual("", many.Cell(columns["较好"]).GetString());
    }

    [Fact]
    public async Task The_standards_and_the_points_of_every_item_stand_there_but_no_draft()
    {
        var world = await World.OfAsync(app);
        var round = await world.OpenAsync();
        var (own, foreign) = (await world.ParticipantAsync(round, World.Own), await world.ParticipantAsync(round, World.Foreign));
        await world.SubmitAssessmentAsync(own, 0.5m);
        await world.FillAssessmentAsync(foreign);
        using var zip = await PackAsync(await world.AsAsync(Actor.Department));
        using var standards = new XLWorkbook(new MemoryStream(Bytes(zip.GetEntry("记录/评分标准.xlsx")!)));
        var applied = await app.InDbAsync(db => db.Participants.Where(participant => participant.RoundId == round).Select(participant => participant.StandardId).Distinct().CountAsync());
        Assert.Equal(applied, standards.Worksheets.Count);
        using var scores = new XLWorkbook(new MemoryStream(Bytes(zip.GetEntry("记录/逐项得分.xlsx")!)));
        var rows = scores.Worksheets.Single().RowsUsed().Skip(1).ToList();
        Assert.Equal([World.Own], rows.Select(row => row.Cell(2).GetString()).Distinct());
        Assert.Equal(await app.InDbAsync(db => db.ItemScores.CountAsync(score => score.ParticipantId == own)), rows.Count);
        var judged = await app.InDbAsync(db => db.ItemScores.FirstAsync(score => score.ParticipantId == own && score.Points != null));
        Assert.Contains(rows, row => row.Cell(5).GetValue<string>() != "" && row.Cell(5).GetValue<decimal>() == judged.Points && row.Cell(8).GetString() == judged.Note);
        Assert.All(rows, row => Assert.Equal(("", ""), (row.Cell(6).GetString(), row.Cell(7).GetString())));
    }

    [Fact]
    public async Task Forms_of_a_committee_that_left_the_round_stay_in_list_and_archive()
    {
        var world = await World.OfAsync(app);
        var (officer, department, address) = (await world.AsAsync(Actor.Officer), await world.AsAsync(Actor.Department), await AddressAsync(world));
        await officer.PostFormAsync(address, address);
        var materials = world.Committee(World.Materials);
        await app.SaveAsync(async db =>
        {
            var round = await db.Rounds.Include(round => round.Participants).Include(round => round.Exclusions).AsSplitQuery().SingleAsync();
            foreach (var participant in round.Participants.Where(participant => participant.CommitteeId == materials).ToList())
                round.Exclude(participant.BranchId, "撤销", "部长", WebApp.Start.UtcDateTime);
        });
        Assert.Contains(World.Materials, (await department.GetPageAsync(address[..address.LastIndexOf('/')])).Text, StringComparison.Ordinal);
        Assert.Contains("现在没有参评的支部", (await officer.GetPageAsync(address)).Text, StringComparison.Ordinal);
        using var zip = await PackAsync(department);
        Assert.Equal(2, zip.Entries.Count(entry => entry.FullName.StartsWith($"报送/{World.Materials}/", StringComparison.Ordinal)));
        CheckSums(zip);
    }

    [Fact]
    public async Task The_file_lies_on_the_disk_until_its_work_is_forgotten()
    {
        var world = await World.OfAsync(app);
        await world.GradeAsync();
        var department = await world.AsAsync(Actor.Department);
        var before = Directory.EnumerateFiles(Path.Combine(app.Folder, "works")).ToList();
        using (await PackAsync(department))
        {
            var path = Assert.Single(Directory.EnumerateFiles(Path.Combine(app.Folder, "works")).Except(before));
            app.Clock.Advance(TimeSpan.FromMinutes(61));
            await (await world.SignInAsync(World.UserName(Actor.Department))).GetPageAsync($"/works/{Guid.NewGuid()}");
            Assert.False(File.Exists(path));
        }

        var left = Path.Combine(app.Folder, "works", Guid.NewGuid().ToString("N"));
        await File.WriteAllTextAsync(left, "x");
        Assert.Equal(0, app.Services.GetRequiredService<WorkFolder>().Tidy(new DateTime(2001, 1, 1, 0, 0, 0, DateTimeKind.Utc)));
        Assert.NotEqual(0, app.Services.GetRequiredService<WorkFolder>().Tidy(DateTime.MaxValue));
        Assert.False(File.Exists(left));
    }

    /// <summary>Every file but the sums is in the sums and, but the index itself, in the index, under its hash; every workbook opens.</summary>
    private static void CheckSums(ZipArchive zip)
    {
        var sums = Sums(zip).ToDictionary(sum => sum.Name, sum => sum.Hash);
        Assert.Equal(zip.Entries.Select(entry => entry.FullName).Where(name => name != ArchiveWriter.Sums).Order(StringComparer.Ordinal), sums.Keys.Order(StringComparer.Ordinal));
        var index = new HtmlParser().ParseDocument(Text(zip, ArchiveWriter.Index)).QuerySelectorAll("tbody tr")
            .ToDictionary(row => Uri.UnescapeDataString(row.QuerySelector("a")!.GetAttribute("href")!), row => row.QuerySelector("td:last-child")!.TextContent);
        Assert.Equal(sums.Count - 1, index.Count);
        foreach (var entry in zip.Entries.Where(entry => entry.FullName != ArchiveWriter.Sums))
        {
            var content = Bytes(entry);
            Assert.Equal(sums[entry.FullName], Convert.ToHexStringLower(SHA256.HashData(content)));
            if (entry.FullName == ArchiveWriter.Index)
                continue;
            Assert.Equal(sums[entry.FullName], index[entry.FullName]);
            if (!entry.FullName.EndsWith(".xlsx", StringComparison.Ordinal))
                continue;
            using var workbook = new XLWorkbook(new MemoryStream(content));
            Assert.NotEmpty(workbook.Worksheets);
        }
    }

    /// <summary>The general purpose flags of every entry, as they stand in the zip's directory: 0x0800 says that the name is UTF-8.</summary>
    private static IEnumerable<int> FlagsOf(byte[] zip)
    {
        var end = zip.AsSpan().LastIndexOf("PK\u0005\u0006"u8);
        var (count, at) = (BinaryPrimitives.ReadUInt16LittleEndian(zip.AsSpan(end + 10)), (int)BinaryPrimitives.ReadUInt32LittleEndian(zip.AsSpan(end + 16)));
        var flags = new List<int>();
        for (var entry = 0; entry < count; entry++)
        {
            flags.Add(BinaryPrimitives.ReadUInt16LittleEndian(zip.AsSpan(at + 8)));
            at += 46 + BinaryPrimitives.ReadUInt16LittleEndian(zip.AsSpan(at + 28)) + BinaryPrimitives.ReadUInt16LittleEndian(zip.AsSpan(at + 30)) + BinaryPrimitives.ReadUInt16LittleEndian(zip.AsSpan(at + 32));
        }

        return flags;
    }

    private static IEnumerable<(string Hash, string Name)> Sums(ZipArchive zip) =>
        Text(zip, ArchiveWriter.Sums).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => (line[..64], line[66..]));

    private static string Text(ZipArchive zip, string name) => Encoding.UTF8.GetString(Bytes(zip.GetEntry(name)!));

    private static byte[] Bytes(ZipArchiveEntry entry)
    {
        using var memory = new MemoryStream();
        using (var content = entry.Open())
            content.CopyTo(memory);
        return memory.ToArray();
    }

    private async Task<ZipArchive> PackAsync(HttpClient department) => new(new MemoryStream(await BytesAsync(department)));

    private async Task<byte[]> BytesAsync(HttpClient department)
    {
        var started = await StartAsync(department);
        await department.WorkAsync(started);
        using var answer = await department.GetAsync(new Uri($"{started.Location}/file", UriKind.Relative));
        return await answer.Content.ReadAsByteArrayAsync();
    }

    private async Task<Answer> StartAsync(HttpClient department)
    {
        var roundId = await app.InDbAsync(db => db.Rounds.Select(round => round.Id).SingleAsync());
        return await department.PostFormAsync($"/rounds/{roundId}/hand-ins", $"/rounds/{roundId}/archive");
    }

    private static async Task<string> AddressAsync(World world) => $"/rounds/{await world.GradeAsync()}/hand-ins/{world.Committee(World.Materials)}";

    private Task<List<HandIn>> HandInsAsync() => app.InDbAsync(db => db.HandIns.AsNoTracking().Include(handIn => handIn.Files).OrderBy(handIn => handIn.Number).ToListAsync());
}
