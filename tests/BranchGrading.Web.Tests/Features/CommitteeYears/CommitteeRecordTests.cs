using BranchGrading.Data.Auditing;
using BranchGrading.Domain.Organisation;
using BranchGrading.Web.Tests.Features.Attachments;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace BranchGrading.Web.Tests.Features.CommitteeYears;

/// <summary>工作方案, 联系点, 公开承诺, 领导点评 and trainings of a committee in a year.</summary>
public sealed class CommitteeRecordTests(WebApp app) : IClassFixture<WebApp>, IAsyncLifetime
{
    private const string Masters = "材料硕士生支部";

    private World _world = null!;
    private HttpClient _officer = null!;

    private string Address => $"/committees/{_world.Committee(World.Materials)}/years/2012";

    private string Points => Address + "/contact-points";

    private string Notes => Address + "/notes";

    private string Trainings => Address + "/trainings";

    private string WorkPlans => Address + "/work-plans";

    public async ValueTask InitializeAsync()
    {
        _world = await World.OfAsync(app);
        _officer = await _world.AsAsync(Actor.Officer);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private Task<AuditEntry> LastAuditAsync() => app.InDbAsync(db => db.AuditEntries.AsNoTracking().OrderByDescending(entry => entry.Sequence).FirstAsync());

    private Task<List<ContactPoint>> PointsAsync() => app.InDbAsync(db => db.ContactPoints.AsNoTracking().Include(point => point.Branch).OrderBy(point => point.Branch.DisplayOrder).ToListAsync());

    private Task<int> PersonAsync(string branch) => app.InDbAsync(db => db.Terms.Where(term => term.Branch!.Name == branch && term.To == null).Select(term => term.PersonId).SingleAsync());

    private Task<Answer> NoteAsync(params (string, object?)[] fields) => _officer.PostFormAsync(Notes, Notes, fields);

    private Task<CommitteeNote> NoteAsync(CommitteeNoteKind kind = CommitteeNoteKind.LeaderComment) => app.SaveAsync(db =>
        Task.FromResult(db.Add(new CommitteeNote(_world.Committee(World.Materials), 2012, kind, new DateOnly(2012, 3, 1), "组织生活要更实", _world.Branch(Masters), "组织员", WebApp.Start.UtcDateTime)).Entity));

    [Fact]
    public async Task A_work_programme_is_replaced_by_another_version_and_the_earlier_one_stays()
    {
        Assert.Equal(302, (await _officer.SendFilesAsync(WorkPlans, WorkPlans, [("方案.pdf", Files.Pdf)], ("On", new DateOnly(2012, 3, 1)))).Code);
        Assert.Equal((nameof(AuditEvent.CommitteeNoteRecorded), $"2012 年 {World.Materials}：工作方案，方案.pdf"), (await LastAuditAsync() is var row ? (row.Event, row.Subject) : default));
        Assert.Equal(302, (await _officer.SendFilesAsync(WorkPlans, WorkPlans, [("方案二.docx", Files.Docx)], ("Content", "调整了分工"))).Code);
        var page = await _officer.GetPageAsync(WorkPlans);
        Assert.Equal(["第 2 版", "第 1 版"], page.Document.QuerySelectorAll("main article b").Select(cell => cell.TextContent));
        Assert.Contains("现在有效", page.Document.QuerySelector("main article")!.TextContent);
        Assert.Equal(2, await app.InDbAsync(db => db.Attachments.CountAsync(file => file.CommitteeNoteId != null && file.RemovedAt == null)));
        var file = page.Document.QuerySelectorAll("main article a[href^='/attachments/']").Last().GetAttribute("href")!;
        Assert.Equal("方案.pdf", page.Document.QuerySelectorAll("main article a[href^='/attachments/']").Last().TextContent);
        foreach (var (actor, code) in new[] { (Actor.Officer, 200), (Actor.Department, 200), (Actor.Inspector, 200), (Actor.Secretary, 404), (Actor.OtherOfficer, 404), (Actor.DirectSecretary, 404) })
            Assert.Equal(code, (await (await _world.AsAsync(actor)).GetPageAsync(file)).Code);
    }

    [Fact]
    public async Task A_work_programme_needs_a_file_of_a_known_type_and_a_day_near_the_year()
    {
        var none = await _officer.SendFilesAsync(WorkPlans, WorkPlans, []);
        Assert.Equal(400, none.Code);
        Assert.Contains("请选择工作方案的文件", none.Document.QuerySelector("label[for=files]")!.ParentElement!.TextContent);
        var wrong = await _officer.SendFilesAsync(WorkPlans, WorkPlans, [("方案.exe", [1, 2, 3])]);
        Assert.Equal(400, wrong.Code);
        Assert.Contains("没有收下", wrong.Text);
        var late = await _officer.SendFilesAsync(WorkPlans, WorkPlans, [("方案.pdf", Files.Pdf)], ("On", new DateOnly(2012, 3, 21)), ("Content", "第一版"));
        Assert.Equal(400, late.Code);
        Assert.Contains("不能晚于今天", late.Document.QuerySelector("#Form_On-error")!.TextContent);
        Assert.Equal("第一版", late.Document.QuerySelector("#Form_Content")!.GetAttribute("value"));
        Assert.Equal(0, await app.InDbAsync(db => db.CommitteeNotes.CountAsync()));
    }

    [Fact]
    public async Task Contact_points_are_set_changed_and_taken_away_in_one_form()
    {
        Assert.Equal(302, (await _officer.PostFormAsync(Points, Points, ("Form.Lines[0].Leader", "王书记"), ("Form.Lines[3].Leader", " 李院长 "))).Code);
        Assert.Equal([(World.Own, "王书记"), (Masters, "李院长")], (await PointsAsync()).Select(point => (point.Branch.Name, point.Leader)));
        Assert.Equal(nameof(AuditEvent.ContactPointSet), (await LastAuditAsync()).Event);
        Assert.Contains("王书记", (await _officer.GetPageAsync($"/branches/{_world.Branch(World.Own)}")).Text);
        Assert.Equal(302, (await _officer.PostFormAsync(Points, Points, ("Form.Lines[0].Leader", null), ("Form.Lines[3].Leader", "赵副书记"))).Code);
        Assert.Equal([(Masters, "赵副书记")], (await PointsAsync()).Select(point => (point.Branch.Name, point.Leader)));
        var audits = await app.InDbAsync(db => db.AuditEntries.CountAsync());
        Assert.Equal(302, (await _officer.PostFormAsync(Points, Points)).Code);
        Assert.Equal(audits, await app.InDbAsync(db => db.AuditEntries.CountAsync()));
    }

    [Fact]
    public async Task Stale_contact_points_show_both_texts_and_lose_neither()
    {
        var mine = await _officer.FillInAsync(Points, Points, ("Form.Lines[0].Leader", "王书记"));
        Assert.Equal(302, (await (await _world.AsAsync(Actor.Department)).PostFormAsync(Points, Points, ("Form.Lines[1].Leader", "李院长"))).Code);
        var stale = await _officer.SendAsync(Points, mine);
        Assert.Equal(409, stale.Code);
        Assert.Contains("李院长", stale.Document.QuerySelector(".compare")!.TextContent);
        Assert.Contains("王书记", stale.Document.QuerySelector(".compare .is-mine")!.TextContent);
        Assert.Equal("王书记", stale.Document.QuerySelector("#leader-0")!.GetAttribute("value"));
        Assert.Equal("李院长", Assert.Single(await PointsAsync()).Leader);
        Assert.Equal(302, (await _officer.SendAsync(Points, stale.FillIn(Points, Points, ("Form.Lines[1].Leader", "李院长")))).Code);
        Assert.Equal(["王书记", "李院长"], (await PointsAsync()).Select(point => point.Leader));
    }

    [Fact]
    public async Task A_leader_too_long_is_told_beside_the_line_and_stays()
    {
        var name = new string('长', ContactPoint.LeaderMaxLength + 1);
        var refused = await _officer.PostFormAsync(Points, Points, ("Form.Lines[1].Leader", name));
        Assert.Equal(400, refused.Code);
        var cell = refused.Document.QuerySelector("#leader-1")!;
        Assert.Equal(name, cell.GetAttribute("value"));
        Assert.Contains("联系领导最多 60 个字", cell.ParentElement!.TextContent);
    }

    [Fact]
    public async Task A_leader_named_in_the_review_is_offered_and_saved_only_when_asked()
    {
        var round = await _world.GradeAsync();
        await app.SaveAsync(async db => db.Entry(await db.Reviews.SingleAsync(review => review.Participant.RoundId == round && review.Participant.BranchName == World.Own)).Property(review => review.ContactLeader).CurrentValue = "陈副院长");
        Assert.Contains("把它们填进来", (await _officer.GetPageAsync(Points)).Text);
        Assert.Equal("陈副院长", (await _officer.GetPageAsync(Points + "?fill=true")).Document.QuerySelector("#leader-0")!.GetAttribute("value"));
        Assert.Empty(await PointsAsync());
        Assert.Equal(302, (await _officer.PostFormAsync(Points + "?fill=true", Points)).Code);
        Assert.Equal("陈副院长", Assert.Single(await PointsAsync()).Leader);
    }

    [Fact]
    public async Task A_branch_of_another_committee_gets_no_contact_point_here()
    {
        var fields = await _officer.FillInAsync(Points, Points);
        fields.AddRange([KeyValuePair.Create("Form.Lines[9].BranchId", $"{_world.Branch(World.Foreign)}"), KeyValuePair.Create("Form.Lines[9].Leader", "王书记")]);
        fields.AddRange(Enumerable.Range(5, 4).SelectMany(i => new[] { KeyValuePair.Create($"Form.Lines[{i}].BranchId", "0"), KeyValuePair.Create($"Form.Lines[{i}].Leader", "") }));
        await _officer.SendAsync(Points, fields);
        Assert.Empty(await PointsAsync());
    }

    [Fact]
    public async Task Pledges_and_comments_are_recorded_filtered_changed_and_taken_away()
    {
        Assert.Equal(302, (await NoteAsync(("Kind", CommitteeNoteKind.Pledge), ("Branch", 0), ("On", new DateOnly(2012, 3, 2)), ("Content", "全年讲一次党课"))).Code);
        Assert.Equal(302, (await NoteAsync(("Kind", CommitteeNoteKind.LeaderComment), ("Branch", _world.Branch(Masters)), ("On", new DateOnly(2012, 3, 5)), ("Content", "组织生活要更实"))).Code);
        Assert.Equal((nameof(AuditEvent.CommitteeNoteRecorded), $"2012 年 {World.Materials}：领导点评，{Masters}"), (await LastAuditAsync() is var row ? (row.Event, row.Subject) : default));
        Assert.Equal(2, (await _officer.GetPageAsync(Notes)).Document.QuerySelectorAll("main article").Length);
        Assert.Contains("组织生活要更实", Assert.Single((await _officer.GetPageAsync(Notes + "?kind=LeaderComment")).Document.QuerySelectorAll("main article")).TextContent);
        Assert.Contains("全年讲一次党课", Assert.Single((await _officer.GetPageAsync(Notes + "?branch=0")).Document.QuerySelectorAll("main article")).TextContent);
        var id = await app.InDbAsync(db => db.CommitteeNotes.Where(note => note.Kind == CommitteeNoteKind.LeaderComment).Select(note => note.Id).SingleAsync());
        Assert.Equal(302, (await _officer.PostFormAsync($"{Notes}/{id}/edit", $"{Notes}/{id}", ("Content", "已经改进"), ("Branch", _world.Branch(World.Own)))).Code);
        Assert.Equal(("已经改进", _world.Branch(World.Own)), await app.InDbAsync(db => db.CommitteeNotes.Where(note => note.Id == id).Select(note => ValueTuple.Create(note.Content, note.BranchId!.Value)).SingleAsync()));
        Assert.Contains("已经改进", (await _officer.GetPageAsync($"{Notes}/{id}/removal")).Text);
        Assert.Equal(302, (await _officer.PostFormAsync($"{Notes}/{id}/removal", $"{Notes}/{id}/removal")).Code);
        Assert.Equal(nameof(AuditEvent.CommitteeNoteRemoved), (await LastAuditAsync()).Event);
        Assert.Equal(1, await app.InDbAsync(db => db.CommitteeNotes.CountAsync()));
    }

    [Fact]
    public async Task A_note_says_beside_each_field_what_is_missing()
    {
        var refused = await NoteAsync(("On", null), ("Content", ""));
        Assert.Equal(400, refused.Code);
        Assert.Contains("请选择公开承诺或领导点评", refused.Document.QuerySelector("#Form_Kind-error")!.TextContent);
        Assert.Contains("请选择是哪个支部的", refused.Document.QuerySelector("#Form_Branch-error")!.TextContent);
        Assert.Contains("请填写日期", refused.Document.QuerySelector("#Form_On-error")!.TextContent);
        Assert.Contains("请写内容", refused.Document.QuerySelector("#Form_Content-error")!.TextContent);
        var foreign = await NoteAsync(("Kind", CommitteeNoteKind.Pledge), ("Branch", _world.Branch(World.Foreign)), ("Content", "留着"));
        Assert.Equal(400, foreign.Code);
        Assert.Contains("请从列表里选择支部", foreign.Text);
        Assert.Equal("留着", foreign.Document.QuerySelector("#Form_Content")!.TextContent.Trim());
        Assert.Equal(400, (await NoteAsync(("Kind", CommitteeNoteKind.WorkPlan), ("Branch", 0), ("Content", "方案"))).Code);
        Assert.Equal(0, await app.InDbAsync(db => db.CommitteeNotes.CountAsync()));
    }

    [Fact]
    public async Task A_stale_note_shows_both_texts_and_loses_neither()
    {
        var address = $"{Notes}/{(await NoteAsync()).Id}";
        var mine = await _officer.FillInAsync(address + "/edit", address, ("Content", "我的话"));
        Assert.Equal(302, (await (await _world.AsAsync(Actor.Department)).PostFormAsync(address + "/edit", address, ("Content", "部长的话"), ("Branch", 0))).Code);
        var stale = await _officer.SendAsync(address, mine);
        Assert.Equal(409, stale.Code);
        Assert.Contains("部长的话", stale.Text);
        Assert.Contains("我的话", stale.Text);
        Assert.Contains("本单位", stale.Document.QuerySelectorAll(".compare").Select(part => part.TextContent).First(text => text.Contains("对象", StringComparison.Ordinal)));
        Assert.Equal("部长的话", await app.InDbAsync(db => db.CommitteeNotes.Select(note => note.Content).SingleAsync()));
        Assert.Equal(302, (await _officer.SendAsync(address, stale.FillIn(address, address))).Code);
        Assert.Equal("我的话", await app.InDbAsync(db => db.CommitteeNotes.Select(note => note.Content).SingleAsync()));
    }

    [Fact]
    public async Task A_note_that_was_changed_meanwhile_is_not_taken_away_unread()
    {
        var address = $"{Notes}/{(await NoteAsync()).Id}";
        var mine = await _officer.FillInAsync(address + "/removal", address + "/removal");
        Assert.Equal(302, (await (await _world.AsAsync(Actor.Department)).PostFormAsync(address + "/edit", address, ("Content", "部长的话"))).Code);
        var refused = await _officer.SendAsync(address + "/removal", mine);
        Assert.Equal(409, refused.Code);
        Assert.Contains("部长的话", refused.Text);
        Assert.Equal(302, (await _officer.SendAsync(address + "/removal", refused.FillIn(address + "/removal", address))).Code);
        Assert.Equal(0, await app.InDbAsync(db => db.CommitteeNotes.CountAsync()));
    }

    [Fact]
    public async Task A_work_programme_is_no_note_that_can_be_changed()
    {
        var id = (await NoteAsync(CommitteeNoteKind.WorkPlan)).Id;
        Assert.Equal(404, (await _officer.GetPageAsync($"{Notes}/{id}/edit")).Code);
        Assert.Equal(404, (await _officer.GetPageAsync($"{Notes}/{id}/removal")).Code);
    }

    [Fact]
    public async Task One_training_is_recorded_for_many_secretaries_at_once()
    {
        Assert.Equal(5, (await _officer.GetPageAsync(Trainings + "?show=rotation")).Document.QuerySelectorAll("main tbody input[type=checkbox]").Length);
        (string, object?)[] training = [("Kind", TrainingKind.Rotation), ("On", new DateOnly(2012, 3, 5)), ("Title", "春季轮训班，24 学时"), ("Form.People", new[] { $"{await PersonAsync(World.Own)}", $"{await PersonAsync(Masters)}" })];
        Assert.Equal(302, (await _officer.PostFormAsync(Trainings, Trainings, training)).Code);
        Assert.Equal((nameof(AuditEvent.TrainingRecorded), $"2012 年 {World.Materials}：轮训「春季轮训班，24 学时」，2 人"), (await LastAuditAsync() is var row ? (row.Event, row.Subject) : default));
        Assert.Equal(3, (await _officer.GetPageAsync(Trainings + "?show=rotation")).Document.QuerySelectorAll("main tbody input[type=checkbox]").Length);
        Assert.Contains("3 人还没参加", (await _officer.GetPageAsync(Address)).Text);

        // The same again is told and not doubled.
        Assert.Contains("没有重复登记", (await _officer.FollowAsync(await _officer.PostFormAsync(Trainings, Trainings, training))).Html);
        Assert.Equal(2, await app.InDbAsync(db => db.Trainings.CountAsync()));
        var id = await app.InDbAsync(db => db.Trainings.MinAsync(row => row.Id));
        Assert.Equal(302, (await _officer.PostFormAsync(Trainings, $"{Trainings}/{id}/removal")).Code);
        Assert.Equal((1, nameof(AuditEvent.TrainingRemoved)), (await app.InDbAsync(db => db.Trainings.CountAsync()), (await LastAuditAsync()).Event));
    }

    [Fact]
    public async Task A_new_secretary_without_the_induction_is_listed_until_it_is_recorded()
    {
        await app.SaveAsync(async db => (await db.Terms.SingleAsync(term => term.Branch!.Name == Masters)).Correct(new DateOnly(2011, 9, 1), null));
        var missing = await _officer.GetPageAsync(Trainings + "?show=induction");
        Assert.Contains("2012年3月前应参加", Assert.Single(missing.Document.QuerySelectorAll("section[aria-labelledby=h-people] tbody tr")).TextContent);
        Assert.Equal(302, (await _officer.PostFormAsync(Trainings, Trainings, ("Kind", TrainingKind.Induction), ("On", new DateOnly(2012, 3, 6)), ("Title", "新任书记班"), ("Form.People", await PersonAsync(Masters)))).Code);
        Assert.Contains("没有缺的", (await _officer.GetPageAsync(Trainings + "?show=induction")).Text);
        Assert.Contains("新任 1 人都已参加", (await _officer.GetPageAsync(Address)).Text);
    }

    [Fact]
    public async Task A_training_says_beside_each_field_what_is_wrong_and_keeps_what_was_ticked()
    {
        var person = await PersonAsync(Masters);
        var refused = await _officer.PostFormAsync(Trainings, Trainings, ("On", new DateOnly(2011, 12, 30)), ("Form.People", person));
        Assert.Equal(400, refused.Code);
        Assert.Contains("请选择轮训或任职培训", refused.Document.QuerySelector("#Form_Kind-error")!.TextContent);
        Assert.Contains("2011 年的请到 2011 年那一页", refused.Document.QuerySelector("#Form_On-error")!.TextContent);
        Assert.Contains("请填写培训名称", refused.Document.QuerySelector("#Form_Title-error")!.TextContent);
        Assert.NotNull(refused.Document.QuerySelector($"input[type=checkbox][value='{person}'][checked]"));
        Assert.Contains("请勾选参加培训的书记", (await _officer.PostFormAsync(Trainings, Trainings)).Document.QuerySelector("#Form_People")!.TextContent);
        var stranger = await PersonAsync(World.Foreign);
        Assert.Equal(400, (await _officer.PostFormAsync(Trainings, Trainings, ("Kind", TrainingKind.Rotation), ("On", new DateOnly(2012, 3, 5)), ("Title", "班"), ("Form.People", stranger))).Code);
        Assert.Equal(0, await app.InDbAsync(db => db.Trainings.CountAsync()));
    }

    [Fact]
    public async Task An_inspector_reads_and_writes_nothing()
    {
        var inspector = await _world.AsAsync(Actor.Inspector);
        foreach (var address in new[] { Address, WorkPlans, Points, Notes, Trainings })
        {
            var page = await inspector.GetPageAsync(address);
            Assert.Equal(200, page.Code);
            Assert.DoesNotContain(page.Document.QuerySelectorAll("main form[method=post]"), form => !form.GetAttribute("action")!.EndsWith("/export", StringComparison.Ordinal));
        }
    }
}
