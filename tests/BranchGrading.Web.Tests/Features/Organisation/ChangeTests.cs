using BranchGrading.Data.Auditing;
using BranchGrading.Domain.Grading;
using BranchGrading.Domain.Organisation;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace BranchGrading.Web.Tests.Features.Organisation;

/// <summary>党组织变动: each kind as the department records it, what it leaves in the organisation and what rounds that run keep.</summary>
public sealed class ChangeTests(WebApp app) : IClassFixture<WebApp>, IAsyncLifetime
{
    private const string Students = "材料本科生支部";
    private const string Masters = "材料硕士生支部";

    private static readonly DateOnly Day = new(2012, 3, 12);

    private World _world = null!;
    private HttpClient _department = null!;

    public async ValueTask InitializeAsync()
    {
        _world = await World.OfAsync(app);
        _department = await _world.AsAsync(Actor.Department);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private Task<Branch> BranchAsync(string name) => app.InDbAsync(db => db.Branches.AsNoTracking().Include(branch => branch.Committee).Include(branch => branch.Terms).ThenInclude(term => term.Person).AsSplitQuery().SingleAsync(branch => branch.Name == name));

    private Task<OrganisationChange> LastChangeAsync() => app.InDbAsync(db => db.OrganisationChanges.AsNoTracking().Include(change => change.Branches).OrderByDescending(change => change.Id).FirstAsync());

    private Task<AuditEntry> LastAuditAsync() => app.InDbAsync(db => db.AuditEntries.AsNoTracking().OrderByDescending(entry => entry.Sequence).FirstAsync());

    private Task<Answer> ActAsync(string branch, string act, params (string, object?)[] fields) =>
        _department.PostFormAsync($"/branches/{_world.Branch(branch)}/{act}", $"/branches/{_world.Branch(branch)}/{act}", fields);

    private Task<Answer> MergeAsync(IEnumerable<string> branches, params (string, object?)[] fields) => _department.PostFormAsync(
        $"/organisation-changes/mergers/new?{string.Join('&', branches.Select(branch => $"branches={_world.Branch(branch)}"))}", "/organisation-changes/mergers", fields);

    [Fact]
    public async Task A_founding_is_kept_with_its_day_and_document()
    {
        var unit = $"/committees/{_world.Committee(World.Materials)}/branches";
        var done = await _department.PostFormAsync($"{unit}/new", unit, ("Name", "材料博士生支部"), ("Type", BranchType.Student), ("FullMembers", 9), ("ProbationaryMembers", 1), ("On", Day), ("DocumentNumber", "校组字〔2012〕3 号"));
        Assert.Equal(302, done.Code);
        var change = await LastChangeAsync();
        Assert.Equal((OrganisationChangeKind.Founding, Day, "校组字〔2012〕3 号", "部长"), (change.Kind, change.On, change.DocumentNumber, change.RecordedBy));
        Assert.Equal(new DateOnly(2012, 3, 1), (await BranchAsync("材料博士生支部")).Founded);
        var link = (await _department.GetPageAsync(done.Location!)).Document.QuerySelector($"main a[href='/branches/{(await BranchAsync("材料博士生支部")).Id}/secretary']");
        Assert.Equal("登记「材料博士生支部」的书记", link?.TextContent);
        Assert.Equal((nameof(AuditEvent.OrganisationChanged), "成立：材料学院党委 材料博士生支部"), (await LastAuditAsync() is var row ? (row.Event, row.Subject) : default));
    }

    [Fact]
    public async Task A_founding_during_a_round_leads_to_taking_the_branch_in()
    {
        var round = await _world.OpenAsync();
        var unit = $"/committees/{_world.Committee(World.Materials)}/branches";
        var done = await _department.PostFormAsync($"{unit}/new", unit, ("Name", "材料博士生支部"), ("Type", BranchType.Student), ("FullMembers", 9), ("ProbationaryMembers", 1), ("On", Day));
        var page = await _department.GetPageAsync(done.Location!);
        var link = page.Document.QuerySelector($"main a[href='/rounds/{round}/additions/{(await BranchAsync("材料博士生支部")).Id}']");
        Assert.Equal("补充参评", link?.TextContent);
        Assert.Equal(200, (await _department.GetPageAsync(link!.GetAttribute("href")!)).Code);
    }

    [Fact]
    public async Task A_dissolved_branch_ends_with_its_offices_and_stays_in_the_round_that_runs()
    {
        var round = await _world.OpenAsync();
        Assert.Contains("仍在其中", (await _department.GetPageAsync($"/branches/{_world.Branch(Masters)}/dissolution")).Text);
        var done = await ActAsync(Masters, "dissolution", ("On", Day), ("Reason", "学生毕业"), ("DocumentNumber", "校组字〔2012〕4 号"));
        Assert.Equal(302, done.Code);
        var branch = await BranchAsync(Masters);
        Assert.False(branch.IsActive);
        Assert.Equal(Day, Assert.Single(branch.Terms).To);
        var participant = await app.InDbAsync(db => db.Participants.AsNoTracking().SingleAsync(row => row.RoundId == round && row.BranchName == Masters));
        Assert.Equal((Masters + "书记", World.Materials), (participant.SecretaryName, participant.CommitteeName));
        var page = await _department.GetPageAsync(done.Location!);
        var link = page.Document.QuerySelector($"main a[href='/rounds/{round}/exclusions/{branch.Id}']");
        Assert.Equal("设为不参加", link?.TextContent);
        Assert.Equal(200, (await _department.GetPageAsync(link!.GetAttribute("href")!)).Code);
        Assert.Equal("学生毕业", (await LastAuditAsync()).Reason);
    }

    [Fact]
    public async Task A_dissolution_that_is_taken_back_leaves_no_change_and_gives_the_offices_back()
    {
        await ActAsync(Masters, "dissolution", ("On", Day), ("Reason", "学生毕业"));
        Assert.Equal(302, (await ActAsync(Masters, "restoration", ("Reason", "撤错了"))).Code);
        var branch = await BranchAsync(Masters);
        Assert.True(branch.IsActive);
        Assert.Equal(Masters + "书记", branch.Secretary!.Person.Name);
        Assert.Equal(0, await app.InDbAsync(db => db.OrganisationChanges.CountAsync()));
    }

    [Fact]
    public async Task Several_branches_become_a_new_one_with_all_their_members()
    {
        await _world.RememberAsync(2011, (Students, Grade.B), (Masters, Grade.C));
        var round = await _world.OpenAsync();
        var done = await MergeAsync([Students, Masters], ("Into", 0), ("Name", "材料学生支部"), ("On", Day), ("DocumentNumber", "校组字〔2012〕5 号"));
        Assert.True(done.Code == 302, done.Text);
        var merged = await BranchAsync("材料学生支部");
        Assert.Equal((40, 4, BranchType.Student, World.Materials), (merged.FullMembers, merged.ProbationaryMembers, merged.Type, merged.Committee.Name));
        Assert.All(new[] { await BranchAsync(Students), await BranchAsync(Masters) }, branch => Assert.Equal((false, Day), (branch.IsActive, branch.Terms.Single().To)));
        Assert.Equal($"合并：{Students}、{Masters} → 材料学生支部", (await LastAuditAsync()).Subject);

        // The round keeps both, and leads to leaving them out, taking in the new one and choosing whose grade counts.
        Assert.Equal(10, await app.InDbAsync(db => db.Participants.CountAsync(row => row.RoundId == round)));
        var page = await _department.GetPageAsync(done.Location!);
        Assert.Equal(2, page.Document.QuerySelectorAll($"main a[href^='/rounds/{round}/exclusions/']").Length);
        var addition = $"/rounds/{round}/additions/{merged.Id}";
        Assert.Equal(302, (await _department.PostFormAsync(addition, addition, ("Reason", "合并成立"))).Code);
        var participant = await _world.ParticipantAsync(round, "材料学生支部");
        Assert.Contains($"/participants/{participant}/predecessor", (await _department.GetPageAsync(done.Location!)).Html);
        var choices = await _department.GetPageAsync($"/participants/{participant}/predecessor");
        var rows = choices.Document.QuerySelectorAll("tbody tr").Select(row => row.TextContent).ToList();
        Assert.Equal(2, rows.Count(row => row.Contains("变动记录", StringComparison.Ordinal)));
        Assert.Contains("变动记录", rows[0]);
    }

    [Fact]
    public async Task Several_branches_become_one_of_them()
    {
        var done = await MergeAsync([Students, Masters], ("Into", _world.Branch(Students)), ("Name", "材料学生支部"), ("On", Day));
        Assert.True(done.Code == 302, done.Text);
        var merged = await BranchAsync("材料学生支部");
        Assert.Equal((_world.Branch(Students), 40, Students + "书记"), (merged.Id, merged.FullMembers, merged.Secretary!.Person.Name));
        Assert.False((await BranchAsync(Masters)).IsActive);
        var history = (await _department.GetPageAsync($"/branches/{merged.Id}/history")).Text;
        Assert.Contains("前身", history);
        Assert.Contains(Masters, history);
    }

    [Fact]
    public async Task Branches_of_two_committees_can_merge()
    {
        var done = await MergeAsync([Students, "计算机本科生支部"], ("Into", 0), ("Name", "联合学生支部"), ("CommitteeId", _world.Committee(World.Computing)), ("On", Day));
        Assert.True(done.Code == 302, done.Text);
        Assert.Equal(World.Computing, (await BranchAsync("联合学生支部")).Committee.Name);
    }

    [Fact]
    public async Task One_branch_is_no_merger()
    {
        var back = await _department.GetPageAsync($"/organisation-changes/mergers/new?branches={_world.Branch(Students)}");
        Assert.Equal(302, back.Code);
        Assert.Contains("至少要勾选两个支部", (await _department.FollowAsync(back)).Text);
    }

    [Fact]
    public async Task A_merger_into_a_new_one_needs_its_name_and_loses_nothing()
    {
        var again = await MergeAsync([Students, Masters], ("Into", 0), ("Name", ""), ("DocumentNumber", "校组字〔2012〕5 号"));
        Assert.Equal(400, again.Code);
        Assert.Contains("请填写新支部的名称", again.Text);
        Assert.Contains("校组字〔2012〕5 号", again.Html);
        Assert.True((await BranchAsync(Students)).IsActive);
    }

    [Fact]
    public async Task A_branch_is_split_and_goes_on_with_the_rest()
    {
        var done = await ActAsync(Students, "split", ("GoesOn", true), ("Form.Parts[0].Name", "材料本科生第二支部"), ("Form.Parts[0].FullMembers", 8), ("Form.Parts[0].ProbationaryMembers", 1), ("On", Day));
        Assert.True(done.Code == 302, done.Text);
        Assert.Equal((12, 1), await BranchAsync(Students) is var rest ? (rest.FullMembers, rest.ProbationaryMembers) : default);
        Assert.Equal((8, 1, BranchType.Student), await BranchAsync("材料本科生第二支部") is var part ? (part.FullMembers, part.ProbationaryMembers, part.Type) : default);
        Assert.Equal($"{Students} → {Students}、材料本科生第二支部", (await LastChangeAsync()).Sentence());
    }

    [Fact]
    public async Task A_branch_is_split_into_two_new_ones()
    {
        var done = await ActAsync(Students, "split", ("GoesOn", Array.Empty<string>()), ("Form.Parts[0].Name", "一支部"), ("Form.Parts[0].FullMembers", 12), ("Form.Parts[0].ProbationaryMembers", 2),
            ("Form.Parts[1].Name", "二支部"), ("Form.Parts[1].FullMembers", 8), ("On", Day));
        Assert.True(done.Code == 302, done.Text);
        Assert.False((await BranchAsync(Students)).IsActive);
        Assert.Equal("一支部", (await app.InDbAsync(db => db.Branches.Where(branch => branch.Name == Students).Select(branch => branch.Successor!.Name).SingleAsync())));
        Assert.True((await BranchAsync("一支部")).IsActive && (await BranchAsync("二支部")).IsActive);
    }

    [Theory]
    [InlineData(false, "一支部", 5, "至少写两个新支部")]
    [InlineData(true, "", 0, "至少写一个拆出的支部")]
    [InlineData(true, "一支部", 21, "多过原来的")]
    [InlineData(true, World.Own, 5, "已经有名为")]
    public async Task A_split_that_cannot_be_is_refused_and_changes_nothing(bool goesOn, string name, int members, string why)
    {
        var before = await app.TablesAsync();
        var refused = await ActAsync(Students, "split", ("GoesOn", goesOn ? true : Array.Empty<string>()), ("Form.Parts[0].Name", name), ("Form.Parts[0].FullMembers", members));
        Assert.Equal(409, refused.Code);
        Assert.Contains(why, refused.Text);
        Assert.Empty(WebApp.Changed(before, await app.TablesAsync()));
    }

    [Fact]
    public async Task A_split_in_place_of_the_branch_leaves_no_member_behind()
    {
        var refused = await ActAsync(Students, "split", ("GoesOn", Array.Empty<string>()), ("Form.Parts[0].Name", "一支部"), ("Form.Parts[0].FullMembers", 12), ("Form.Parts[1].Name", "二支部"), ("Form.Parts[1].FullMembers", 5));
        Assert.Equal(409, refused.Code);
        Assert.Contains("还有正式党员 3 人、预备党员 2 人没有分", refused.Text);
    }

    [Fact]
    public async Task Members_of_a_part_without_a_name_are_not_passed_over()
    {
        var refused = await ActAsync(Students, "split", ("GoesOn", true), ("Form.Parts[0].Name", "一支部"), ("Form.Parts[1].FullMembers", 5));
        Assert.Equal(400, refused.Code);
        Assert.Contains("这一行写了人数，请填写支部名称", refused.Text);
        Assert.True((await BranchAsync(Students)) is { FullMembers: 20 });
    }

    [Fact]
    public async Task A_renamed_branch_keeps_its_old_name_in_the_round_that_runs()
    {
        var round = await _world.GradeAsync();
        var done = await ActAsync(World.Own, "renaming", ("Name", "材料教工第一支部"), ("On", Day), ("DocumentNumber", "校组字〔2012〕6 号"));
        Assert.True(done.Code == 302, done.Text);
        Assert.Contains($"2012 年度仍用开始时的名称「{World.Own}」", (await _department.GetPageAsync(done.Location!)).Text);
        var own = await _world.ParticipantAsync(round, World.Own);
        Assert.Contains(World.Own, (await _department.GetPageAsync($"/rounds/{round}/grades/{own}")).Text);
        Assert.Contains("校组字〔2012〕6 号", (await _department.GetPageAsync($"/branches/{_world.Branch(World.Own)}/history")).Text);
    }

    [Fact]
    public async Task A_name_changed_on_the_branchs_page_is_a_renaming_unless_it_is_a_correction()
    {
        var id = _world.Branch(World.Own);
        Assert.Equal(302, (await _department.PostFormAsync($"/branches/{id}/edit", $"/branches/{id}", ("Name", "材料教工支部甲"), ("IsCorrection", true))).Code);
        Assert.Equal(0, await app.InDbAsync(db => db.OrganisationChanges.CountAsync()));
        Assert.Equal(302, (await _department.PostFormAsync($"/branches/{id}/edit", $"/branches/{id}", ("Name", "材料教工支部乙"))).Code);
        Assert.Equal("材料教工支部甲 → 材料教工支部乙", (await LastChangeAsync()).Sentence());
    }

    [Fact]
    public async Task A_change_of_secretary_ends_the_term_before_and_leaves_the_round_its_own()
    {
        var round = await _world.OpenAsync();
        var done = await ActAsync(World.Own, "secretary", ("Name", "新书记"), ("StaffNumber", "20120301"), ("On", Day), ("DocumentNumber", "校组字〔2012〕7 号"));
        Assert.True(done.Code == 302, done.Text);
        Assert.Equal($"{World.Own}：材料书记 → 新书记", (await LastChangeAsync()).Sentence());
        Assert.Equal("新书记", (await BranchAsync(World.Own)).Secretary!.Person.Name);
        Assert.Equal("材料书记", await app.InDbAsync(db => db.Participants.Where(row => row.RoundId == round && row.BranchName == World.Own).Select(row => row.SecretaryName).SingleAsync()));
        Assert.Contains("报表仍写开始时的书记材料书记", (await _department.GetPageAsync(done.Location!)).Text);
    }

    [Fact]
    public async Task A_secretary_appointed_on_the_branchs_page_is_the_same_change()
    {
        var id = _world.Branch(World.Own);
        Assert.Equal(302, (await _department.PostFormAsync($"/branches/{id}/terms/new", $"/branches/{id}/terms", ("Post", Post.Secretary), ("Name", "新书记"), ("From", new DateOnly(2012, 3, 1)))).Code);
        Assert.Equal((OrganisationChangeKind.SecretaryChange, new DateOnly(2012, 3, 1)), await LastChangeAsync() is var change ? (change.Kind, change.On) : default);
    }

    [Theory]
    [InlineData("renaming", "Name", "别的名称")]
    [InlineData("move", "CommitteeId", "")]
    [InlineData("split", "Form.Parts[0].Name", "一支部")]
    [InlineData("secretary", "Name", "新书记")]
    public async Task A_day_to_come_or_before_the_founding_is_refused(string act, string field, string value)
    {
        foreach (var (day, why) in new[] { (new DateOnly(2012, 3, 21), "不能晚于今天"), (new DateOnly(2005, 8, 31), "2005年9月才成立") })
        {
            var before = await app.TablesAsync();
            var refused = await ActAsync(World.Own, act, (field, value.Length > 0 ? value : _world.Committee(World.Computing)), ("On", day));
            Assert.Equal(400, refused.Code);
            Assert.Contains(why, refused.Text);
            Assert.Empty(WebApp.Changed(before, await app.TablesAsync()));
        }
    }

    [Fact]
    public async Task A_day_to_come_dissolves_nothing()
    {
        var refused = await ActAsync(World.Own, "dissolution", ("On", new DateOnly(2012, 3, 21)), ("Reason", "毕业"));
        Assert.Equal(409, refused.Code);
        Assert.Contains("不能晚于今天", refused.Text);
        Assert.True((await BranchAsync(World.Own)).IsActive);
    }

    [Theory]
    [InlineData("renaming", 400)]
    [InlineData("secretary", 400)]
    [InlineData("dissolution", 409)]
    public async Task A_change_before_a_later_one_that_is_recorded_is_refused_and_names_it(string act, int code)
    {
        await ActAsync(World.Own, "renaming", ("Name", "先改的名称"), ("On", Day));
        var before = await app.TablesAsync();
        var refused = await ActAsync(World.Own, act, (act == "dissolution" ? "Reason" : "Name", "别的"), ("On", Day.AddDays(-1)));
        Assert.Equal(code, refused.Code);
        Assert.Contains("已经登记了 2012年3月12日 的更名", refused.Text);
        Assert.Empty(WebApp.Changed(before, await app.TablesAsync()));
        Assert.Equal(302, (await ActAsync(World.Own, act, (act == "dissolution" ? "Reason" : "Name", "别的"), ("On", Day))).Code);
    }

    [Fact]
    public async Task A_branch_that_was_graded_for_a_later_year_did_not_end_before()
    {
        await _world.RememberAsync(2011, (Masters, Grade.B));
        var refused = await MergeAsync([Students, Masters], ("Into", 0), ("Name", "材料学生支部"), ("On", new DateOnly(2010, 12, 31)));
        Assert.Equal(400, refused.Code);
        Assert.Contains($"「{Masters}」有 2011 年的等级", refused.Text);
        Assert.Equal(302, (await MergeAsync([Students, Masters], ("Into", 0), ("Name", "材料学生支部"), ("On", new DateOnly(2011, 12, 1)))).Code);
    }

    [Fact]
    public async Task A_dissolved_branch_is_not_renamed_but_a_slip_is_put_right()
    {
        var id = _world.Branch(Masters);
        await ActAsync(Masters, "dissolution", ("Reason", "学生毕业"));
        var refused = await _department.PostFormAsync($"/branches/{id}/edit", $"/branches/{id}", ("Name", "撤销后改名"));
        Assert.Equal(400, refused.Code);
        Assert.Contains("支部已经撤销，不能再更名", refused.Text);
        Assert.Equal(302, (await _department.PostFormAsync($"/branches/{id}/edit", $"/branches/{id}", ("Name", "材料硕士支部"), ("IsCorrection", true))).Code);
    }

    [Fact]
    public async Task A_secretary_does_not_begin_before_the_one_in_office()
    {
        await ActAsync(World.Own, "secretary", ("Name", "新书记甲"), ("On", new DateOnly(2012, 3, 1)));
        await app.SaveAsync(async db => db.RemoveRange(await db.OrganisationChanges.Include(change => change.Branches).ToListAsync()));
        var refused = await ActAsync(World.Own, "secretary", ("Name", "新书记乙"), ("On", new DateOnly(2011, 1, 1)));
        Assert.Equal(409, refused.Code);
        Assert.Contains("现任书记新书记甲从 2012年3月 起任职", refused.Text);
        Assert.Contains("新书记乙", refused.Html);
    }

    [Fact]
    public async Task A_merger_before_a_later_change_of_one_of_them_is_refused()
    {
        await ActAsync(Masters, "renaming", ("Name", "材料研究生支部"), ("On", Day));
        var refused = await MergeAsync([Students, Masters], ("Into", 0), ("Name", "材料学生支部"), ("On", Day.AddDays(-1)));
        Assert.Equal(400, refused.Code);
        Assert.Contains("「材料研究生支部」已经登记了 2012年3月12日 的更名", refused.Text);
    }

    [Fact]
    public async Task A_secretary_since_a_month_in_which_something_is_recorded_is_taken_in_behind_it()
    {
        var id = _world.Branch(World.Own);
        await ActAsync(World.Own, "renaming", ("Name", "先改的名称"), ("On", Day));
        Assert.Equal(302, (await _department.PostFormAsync($"/branches/{id}/terms/new", $"/branches/{id}/terms", ("Post", Post.Secretary), ("Name", "新书记"), ("From", new DateOnly(2012, 3, 1)), ("DocumentNumber", "校组字〔2012〕8 号"))).Code);
        Assert.Equal((Day, "校组字〔2012〕8 号"), await LastChangeAsync() is var change ? (change.On, change.DocumentNumber) : default);
        Assert.Equal(new DateOnly(2012, 3, 1), (await BranchAsync("先改的名称")).Secretary!.From);
    }

    [Fact]
    public async Task A_backdated_dissolution_is_the_one_that_is_taken_back()
    {
        // Recorded on the page of the branch, and so today: the dissolution of the same day comes after it.
        var id = _world.Branch(Masters);
        await _department.PostFormAsync($"/branches/{id}/edit", $"/branches/{id}", ("Name", "材料研究生支部"), ("DocumentNumber", "校组字〔2012〕9 号"));
        Assert.Equal("校组字〔2012〕9 号", (await LastChangeAsync()).DocumentNumber);
        await ActAsync(Masters, "dissolution", ("Reason", "学生毕业"));
        Assert.Equal(302, (await ActAsync(Masters, "restoration", ("Reason", "撤错了"))).Code);
        Assert.NotNull((await BranchAsync("材料研究生支部")).Secretary);
        Assert.Equal(OrganisationChangeKind.Renaming, (await LastChangeAsync()).Kind);
    }

    [Fact]
    public async Task A_branch_that_ended_by_a_merger_or_a_split_is_not_simply_restored()
    {
        await MergeAsync([Students, Masters], ("Into", _world.Branch(Students)), ("On", Day));
        await ActAsync(World.Own, "split", ("GoesOn", Array.Empty<string>()), ("Form.Parts[0].Name", "一支部"), ("Form.Parts[0].FullMembers", 20), ("Form.Parts[0].ProbationaryMembers", 2), ("Form.Parts[1].Name", "二支部"), ("On", Day));
        foreach (var (branch, why) in new[] { (Masters, $"请给「{Students}」办「拆分」"), (World.Own, "请把它们「合并」成一个新支部") })
        {
            var page = await _department.GetPageAsync($"/branches/{_world.Branch(branch)}/restoration");
            Assert.Contains(why, page.Text);
            Assert.Null(page.Document.QuerySelector("main form[method=post]"));
            await Assert.ThrowsAsync<BranchGrading.Domain.RuleViolationException>(() => app.InDbAsync(async db =>
            {
                await Data.Queries.OrganisationActs.RestoreAsync(db, await Data.Queries.OrganisationActs.ForChange(db.Branches).SingleAsync(row => row.Name == branch), "撤错了", CancellationToken.None);
                return true;
            }));
            Assert.False((await BranchAsync(branch)).IsActive);
        }
    }

    [Fact]
    public async Task A_dissolution_may_name_a_successor_and_is_taken_back_with_it()
    {
        // What was merged into the dissolved branch before goes along.
        await MergeAsync([Students, Masters], ("Into", _world.Branch(Students)), ("On", Day));
        var done = await ActAsync(Students, "dissolution", ("Reason", "并入教工"), ("On", Day), ("SuccessorId", _world.Branch(World.Own)));
        Assert.True(done.Code == 302, done.Text);
        Assert.Equal($"撤销：{World.Materials} {Students}，由{World.Own}接续", (await LastAuditAsync()).Subject);
        Assert.Equal([World.Own, World.Own], await SuccessorsAsync());
        var history = (await _department.GetPageAsync($"/branches/{_world.Branch(World.Own)}/history")).Text;
        Assert.Contains(Students, history);
        Assert.Contains(Masters, history);
        Assert.Contains($"前身{Students}", history);
        Assert.Equal(302, (await ActAsync(Students, "restoration", ("Reason", "撤错了"))).Code);
        Assert.Equal([Students, null], await SuccessorsAsync());

        Task<List<string?>> SuccessorsAsync() => app.InDbAsync(db => db.Branches.Where(branch => branch.Name == Students || branch.Name == Masters).OrderByDescending(branch => branch.Name == Masters).Select(branch => (string?)branch.Successor!.Name).ToListAsync());
    }

    [Fact]
    public async Task A_merger_takes_the_floating_members_along_and_a_dissolution_tells_of_them()
    {
        foreach (var branch in new[] { Masters, World.Own })
        {
            var address = $"/branches/{_world.Branch(branch)}/floating-members";
            Assert.Equal(302, (await _department.PostFormAsync(address, address, ("Place", "深圳"), ("Count", 3))).Code);
        }

        await MergeAsync([Students, Masters], ("Into", 0), ("Name", "材料学生支部"), ("On", Day));
        Assert.Equal("材料学生支部", await app.InDbAsync(db => db.FloatingMembers.OrderBy(floating => floating.Id).Select(floating => floating.Branch.Name).FirstAsync()));
        var done = await ActAsync(World.Own, "dissolution", ("Reason", "撤销"));
        var page = await _department.GetPageAsync(done.Location!);
        Assert.Contains("登记的流动党员 3 人不再计入统计", page.Text);
        Assert.NotNull(page.Document.QuerySelector($"main a[href='/branches/{_world.Branch(World.Own)}/floating-members']"));
    }

    [Fact]
    public async Task A_merger_of_branches_that_changed_meanwhile_is_looked_at_again()
    {
        var address = $"/organisation-changes/mergers/new?branches={_world.Branch(Students)}&branches={_world.Branch(Masters)}";
        var early = await _department.GetPageAsync(address);
        Assert.Contains("合并后有正式党员 40 人", early.Text);
        await app.SaveAsync(async db => (await db.Branches.SingleAsync(branch => branch.Name == Masters)).Describe(7, 0, null, null, null));
        var stale = await _department.SendAsync("/organisation-changes/mergers", early.FillIn("/organisation-changes/mergers", "", ("Into", 0), ("Name", "材料学生支部"), ("On", Day)));
        Assert.Equal(409, stale.Code);
        Assert.Contains("合并后有正式党员 27 人", stale.Text);
        Assert.Contains("材料学生支部", stale.Html);
        var done = await _department.SendAsync("/organisation-changes/mergers", stale.FillIn("/organisation-changes/mergers", ""));
        Assert.True(done.Code == 302, done.Text);
    }

    [Fact]
    public async Task A_dissolution_of_a_branch_that_changed_meanwhile_is_looked_at_again()
    {
        var address = $"/branches/{_world.Branch(Masters)}/dissolution";
        var early = await _department.GetPageAsync(address);
        await ActAsync(Masters, "renaming", ("Name", "材料研究生支部"));
        var stale = await _department.SendAsync(address, early.FillIn(address, "", ("Reason", "学生毕业")));
        Assert.Equal(409, stale.Code);
        Assert.Contains("学生毕业", stale.Html);
        Assert.True((await BranchAsync("材料研究生支部")).IsActive);
    }

    [Fact]
    public async Task A_unit_that_is_renamed_keeps_the_changes_of_branches_that_have_left_it()
    {
        await ActAsync(World.Foreign, "move", ("CommitteeId", _world.Committee(World.Materials)), ("On", Day));
        await app.SaveAsync(async db => (await db.Committees.SingleAsync(unit => unit.Name == World.Computing)).Edit("计算机学院党委", CommitteeKind.PartyCommittee, null));
        Assert.Contains("共 1 次", (await _department.GetPageAsync($"/organisation-changes?committee={_world.Committee(World.Computing)}")).Text);
    }

    [Fact]
    public async Task Of_two_who_change_a_branch_the_second_sees_what_the_first_did()
    {
        var id = _world.Branch(World.Own);
        var early = await _department.GetPageAsync($"/branches/{id}/renaming");
        await ActAsync(World.Own, "renaming", ("Name", "先改的名称"));
        var stale = await _department.SendAsync($"/branches/{id}/renaming", early.FillIn($"/branches/{id}/renaming", "", ("Name", "后改的名称")));
        Assert.Equal(409, stale.Code);
        Assert.Contains("先改的名称", stale.Text);
        Assert.Contains("后改的名称", stale.Html);
        Assert.Equal("先改的名称", await app.InDbAsync(db => db.Branches.Where(branch => branch.Id == id).Select(branch => branch.Name).SingleAsync()));
    }

    [Fact]
    public async Task The_list_is_filtered_and_exported()
    {
        await ActAsync(World.Own, "renaming", ("Name", "材料教工第一支部"), ("On", new DateOnly(2011, 9, 1)));
        await ActAsync(World.Foreign, "move", ("CommitteeId", _world.Committee(World.Materials)), ("On", Day));
        foreach (var (filter, count) in new[] { ("", 2), ("kind=Renaming", 1), ("year=2012", 1), ($"committee={_world.Committee(World.Computing)}", 1), ($"committee={_world.Committee(World.Materials)}", 2), ("kind=Founding", 0) })
        {
            Assert.Contains($"共 {count} 次", (await _department.GetPageAsync($"/organisation-changes?{filter}")).Text);
            var file = await _department.SendAsync($"/organisation-changes/export?{filter}", await _department.TokensAsync());
            Assert.Equal(200, file.Code);
            using var workbook = new ClosedXML.Excel.XLWorkbook(await file.Response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken));
            Assert.Equal(count + 1, workbook.Worksheet("党组织变动").RowsUsed().Count());
        }
    }

    [Theory]
    [InlineData("Founding", "/committees/")]
    [InlineData("Dissolution", "/dissolution")]
    [InlineData("Split", "/split")]
    [InlineData("Renaming", "/renaming")]
    [InlineData("Move", "/move")]
    [InlineData("SecretaryChange", "/secretary")]
    public async Task Every_kind_begins_with_its_branch(string kind, string address)
    {
        var page = await _department.GetPageAsync($"/organisation-changes/new?kind={kind}");
        var links = page.Document.QuerySelectorAll("main li a, main p a").Select(link => link.GetAttribute("href")!).Where(link => link.Contains(address, StringComparison.Ordinal) && link.Any(char.IsDigit)).ToList();
        Assert.Equal(kind == "Founding" ? 3 : 10, links.Count);
        Assert.Equal(200, (await _department.GetPageAsync(links[0])).Code);
    }
}
