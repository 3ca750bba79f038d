using BranchGrading.Data.Auditing;
using BranchGrading.Domain.Grading;
using BranchGrading.Domain.Rectification;
using BranchGrading.Domain.Rounds;
using BranchGrading.Web.Tests.Features.Attachments;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace BranchGrading.Web.Tests.Features.Plans;

public sealed class PlanTests(WebApp app) : IClassFixture<WebApp>, IAsyncLifetime
{
    private World _world = null!;

    public async ValueTask InitializeAsync() => _world = await World.OfAsync(app);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task A_plan_lives_from_the_review_to_the_last_acceptance()
    {
        var (round, own) = await ReviewedAsync();
        var (secretary, officer, department) = (await _world.AsAsync(Actor.Secretary), await _world.AsAsync(Actor.Officer), await _world.AsAsync(Actor.Department));
        var blank = await secretary.GetPageAsync($"/plans/{own}");
        Assert.Contains("学习联系实际不够", blank.Text, StringComparison.Ordinal);

        Planning.AssertDone(await secretary.OnPlanAsync(own, "/draft", ("Kind", PlanKind.Rectify)));
        var item = await ItemAsync(own);
        Assert.Equal(("学习联系实际不够", "每季度开展一次专题研讨", "张三", PlanItemOrigin.SelfAssessment), (item.Problem, item.Measure, item.ResponsiblePerson, item.Origin));
        var edit = $"/plans/{own}/items/{item.Id}";
        Planning.AssertDone(await secretary.PostFormAsync(edit + "/edit", edit, ("Cause", "学用脱节")));
        Planning.AssertDone(await secretary.PostFormAsync($"/plans/{own}/items/new", $"/plans/{own}/items", ("Problem", "活动少"), ("Measure", "加强活动组织，提高质量")));
        var draft = await secretary.GetPageAsync($"/plans/{own}");
        Assert.Contains("第 2 项还没有写责任人、完成时限、目标等级", draft.Text, StringComparison.Ordinal);
        Assert.NotNull(draft.Document.QuerySelector(".missing-list a[href$='/edit']"));
        var second = (await ItemsAsync(own))[1];
        Planning.AssertDone(await secretary.PostFormAsync($"/plans/{own}/items/{second.Id}/edit", $"/plans/{own}/items/{second.Id}", ("ResponsiblePerson", "李四"), ("DueOn", new DateOnly(2012, 6, 30)), ("TargetGrade", Grade.B)));
        Planning.AssertDone(await secretary.OnPlanAsync(own, "/submission"));

        // The committee sends it back because a measure is vague, and approves it then.
        Assert.Contains("1 份待审核", (await officer.GetPageAsync("/")).Text, StringComparison.Ordinal);
        Assert.Contains("写了「加强」", (await officer.GetPageAsync($"/plans/{own}")).Text, StringComparison.Ordinal);
        Planning.AssertDone(await officer.OnPlanAsync(own, "/return", ("Comment", "第 2 项写明每学期几次")));
        Assert.Contains("第 2 项写明每学期几次", (await secretary.GetPageAsync("/")).Text, StringComparison.Ordinal);
        Planning.AssertDone(await secretary.PostFormAsync($"/plans/{own}/items/{second.Id}/edit", $"/plans/{own}/items/{second.Id}", ("Measure", "每学期两次主题活动")));
        Planning.AssertDone(await secretary.OnPlanAsync(own, "/submission"));
        Planning.AssertDone(await officer.OnPlanAsync(own, "/approval", ("Approval.ContactLeader", "王副院长")));
        var approved = await secretary.GetPageAsync($"/plans/{own}");
        Assert.Contains("退回过 1 次", approved.Text, StringComparison.Ordinal);
        Assert.Contains("第 2 项写明每学期几次", approved.Text, StringComparison.Ordinal);
        Assert.Contains("已批准", approved.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("整改中", approved.Text, StringComparison.Ordinal);

        // It runs once the round is final.
        await _world.PublishGradesAsync(round);
        await _world.MakeFinalAsync(round);
        Assert.Contains("本季度没报进展", (await secretary.GetPageAsync("/")).Text, StringComparison.Ordinal);
        Assert.Contains("整改中 0%", (await secretary.GetPageAsync($"/plans/{own}")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("代填", (await secretary.GetPageAsync(edit)).Text, StringComparison.Ordinal);
        Assert.Contains("您在替支部填写（代填）", (await officer.GetPageAsync(edit)).Text, StringComparison.Ordinal);
        Planning.AssertDone(await secretary.WriteAsync(own, item.Id, PlanEntryKind.Progress, "开了第一次研讨", 40, ("研讨.pdf", Files.Pdf)));
        Assert.DoesNotContain("本季度没报进展", (await secretary.GetPageAsync("/")).Text, StringComparison.Ordinal);
        Assert.Equal(40, (await ItemAsync(own)).Percent);
        Planning.AssertDone(await secretary.WriteAsync(own, item.Id, PlanEntryKind.Request, "四次都开了", 100));
        Assert.Contains("1 项待验收", (await officer.GetPageAsync("/")).Text, StringComparison.Ordinal);
        Planning.AssertDone(await officer.WriteAsync(own, item.Id, PlanEntryKind.Refuse, "第四次没有记录"));
        Planning.AssertDone(await secretary.WriteAsync(own, item.Id, PlanEntryKind.Request, "记录补上了", 100));
        Planning.AssertDone(await officer.WriteAsync(own, item.Id, PlanEntryKind.Accept, ""));
        Planning.AssertDone(await department.WriteAsync(own, item.Id, PlanEntryKind.SpotCheck, "现场看了记录，属实"));
        Planning.AssertDone(await secretary.WriteAsync(own, second.Id, PlanEntryKind.Request, "两次都办了", 100));
        Planning.AssertDone(await officer.WriteAsync(own, second.Id, PlanEntryKind.Accept, "同意销号"));
        Assert.Contains("各项都已验收销号", (await secretary.GetPageAsync($"/plans/{own}")).Text, StringComparison.Ordinal);
        Planning.AssertDone(await department.WriteAsync(own, second.Id, PlanEntryKind.Reopen, "又停了"));
        Assert.Equal(PlanItemState.Open, (await ItemsAsync(own))[1].State);
        Assert.DoesNotContain("整改中 100%", (await secretary.GetPageAsync($"/plans/{own}")).Text, StringComparison.Ordinal);

        var events = await app.InDbAsync(db => db.AuditEntries.OrderBy(row => row.Sequence).Select(row => row.Event).ToListAsync());
        Assert.Equal(
            new[] { AuditEvent.PlanDrawnUp, AuditEvent.PlanEdited, AuditEvent.PlanEdited, AuditEvent.PlanEdited, AuditEvent.PlanSubmitted, AuditEvent.PlanReturned, AuditEvent.PlanEdited, AuditEvent.PlanSubmitted,
                AuditEvent.PlanApproved, AuditEvent.PlanProgressed, AuditEvent.AcceptanceRequested, AuditEvent.ItemRefused, AuditEvent.AcceptanceRequested, AuditEvent.ItemAccepted,
                AuditEvent.ItemSpotChecked, AuditEvent.AcceptanceRequested, AuditEvent.ItemAccepted, AuditEvent.ItemReopened }.Select(happening => happening.ToString()),
            events.Where(happening => happening.StartsWith("Plan", StringComparison.Ordinal) || happening.StartsWith("Item", StringComparison.Ordinal) || happening == nameof(AuditEvent.AcceptanceRequested)));
    }

    [Fact]
    public async Task Before_publication_the_branch_learns_nothing_of_its_review_by_its_plan()
    {
        var (round, own) = await ReviewedAsync();
        var (secretary, officer) = (await _world.AsAsync(Actor.Secretary), await _world.AsAsync(Actor.Officer));
        var before = await secretary.GetPageAsync($"/plans/{own}");
        Assert.DoesNotContain("班子团结，活动正常。", before.Text, StringComparison.Ordinal);
        Assert.Contains("还没有公布", before.Text, StringComparison.Ordinal);
        Assert.Contains("班子团结，活动正常。", (await officer.GetPageAsync($"/plans/{own}")).Text, StringComparison.Ordinal);
        await _world.PublishGradesAsync(round);
        var after = await secretary.GetPageAsync($"/plans/{own}");
        Assert.Contains("班子团结，活动正常。", after.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("还没有公布", after.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Before_the_self_assessment_is_handed_in_no_plan_is_begun()
    {
        var own = await _world.ParticipantAsync(await _world.OpenAsync(), World.Own);
        var secretary = await _world.AsAsync(Actor.Secretary);
        Assert.Contains("还不能起草", (await secretary.GetPageAsync($"/plans/{own}")).Text, StringComparison.Ordinal);
        var answer = await secretary.SendAsync($"/plans/{own}/draft", [.. await secretary.TokensAsync(), KeyValuePair.Create("Begin.Kind", "Rise")]);
        Assert.Equal(409, answer.Code);
        Assert.Contains("提交自我评价以后", answer.Text, StringComparison.Ordinal);
        Assert.Equal(0, await app.InDbAsync(db => db.Plans.CountAsync()));
    }

    [Fact]
    public async Task Suggestions_are_added_once()
    {
        var (_, own) = await ReviewedAsync();
        var officer = await _world.AsAsync(Actor.Officer);
        Planning.AssertDone(await officer.OnPlanAsync(own, "/draft", ("Kind", PlanKind.Rectify), ("Keys", Array.Empty<string>())));
        Assert.Empty(await ItemsAsync(own));
        Assert.Equal(400, (await officer.OnPlanAsync(own, "/suggestions", ("Keys", Array.Empty<string>()))).Code);
        Planning.AssertDone(await officer.OnPlanAsync(own, "/suggestions", ("Keys", new[] { "review" })));
        Assert.Equal((PlanItemOrigin.Review, "班子团结，活动正常。"), ((await ItemAsync(own)).Origin, (await ItemAsync(own)).Problem));
        await officer.SendAsync($"/plans/{own}/suggestions", [.. await officer.TokensAsync(), KeyValuePair.Create("keys", "review")]);
        Assert.Single(await ItemsAsync(own));
        Assert.Equal("代填", await app.InDbAsync(db => db.AuditEntries.Where(row => row.Event == nameof(AuditEvent.PlanDrawnUp)).Select(row => row.Reason).SingleAsync()));
    }

    [Fact]
    public async Task A_stale_item_shows_both_texts_and_loses_neither()
    {
        var own = await FinalAsync();
        await _world.PlanAsync(own);
        var item = $"/plans/{own}/items/{(await ItemAsync(own)).Id}";
        var (one, other) = (await _world.AsAsync(Actor.Secretary), await _world.AsAsync(Actor.Officer));
        var opened = await one.FillInAsync(item + "/edit", item, ("Measure", "书记写的措施"));
        Planning.AssertDone(await other.PostFormAsync(item + "/edit", item, ("Measure", "组织员写的措施")));
        var stale = await one.SendAsync(item, opened);
        Assert.Equal(409, stale.Code);
        Assert.Contains("组织员写的措施", stale.Text, StringComparison.Ordinal);
        Assert.Contains("书记写的措施", stale.Text, StringComparison.Ordinal);
        Planning.AssertDone(await one.SendAsync(item, stale.FillIn(item, item)));
        Assert.Equal("书记写的措施", (await ItemAsync(own)).Measure);
    }

    [Fact]
    public async Task What_was_changed_after_it_was_looked_at_is_not_handed_in_or_approved()
    {
        var own = await FinalAsync();
        await _world.PlanAsync(own);
        var (secretary, officer) = (await _world.AsAsync(Actor.Secretary), await _world.AsAsync(Actor.Officer));
        var opened = await secretary.FillInAsync($"/plans/{own}", $"/plans/{own}/submission");
        var item = $"/plans/{own}/items/{(await ItemAsync(own)).Id}";
        Planning.AssertDone(await officer.PostFormAsync(item + "/edit", item, ("Measure", "每周一次")));
        Assert.Equal(409, (await secretary.SendAsync($"/plans/{own}/submission", opened)).Code);
        Planning.AssertDone(await secretary.OnPlanAsync(own, "/submission"));
        var approving = await officer.FillInAsync($"/plans/{own}", $"/plans/{own}/approval");
        Planning.AssertDone(await officer.OnPlanAsync(own, "/return", ("Comment", "再改")));
        Planning.AssertDone(await secretary.OnPlanAsync(own, "/submission"));
        Assert.Equal(409, (await officer.SendAsync($"/plans/{own}/approval", approving)).Code);
        Assert.Null(await app.InDbAsync(db => db.Plans.Select(plan => plan.ApprovedAt).SingleAsync()));
    }

    [Fact]
    public async Task A_form_sent_twice_acts_once()
    {
        var own = await FinalAsync();
        await _world.PlanAsync(own, isApproved: true);
        var secretary = await _world.AsAsync(Actor.Secretary);
        var page = $"/plans/{own}/items/{(await ItemAsync(own)).Id}";
        var filled = await secretary.FillInAsync(page, page + "/entries", ("Form.Kind", PlanEntryKind.Progress), ("Note", "做了一半"), ("Percent", 50));
        Planning.AssertDone(await secretary.SendAsync(page + "/entries", filled));
        Planning.AssertDone(await secretary.SendAsync(page + "/entries", filled));
        Assert.Single((await ItemAsync(own)).Entries);
        Assert.Equal(1, await app.InDbAsync(db => db.AuditEntries.CountAsync(row => row.Event == nameof(AuditEvent.PlanProgressed))));
    }

    [Fact]
    public async Task An_acceptance_of_what_has_moved_on_is_refused_and_the_note_stays()
    {
        var own = await FinalAsync();
        await _world.PlanAsync(own, isApproved: true);
        var (secretary, officer) = (await _world.AsAsync(Actor.Secretary), await _world.AsAsync(Actor.Officer));
        var id = (await ItemAsync(own)).Id;
        var page = $"/plans/{own}/items/{id}";
        Planning.AssertDone(await secretary.WriteAsync(own, id, PlanEntryKind.Request, "做完了"));
        var opened = await officer.FillInAsync(page, page + "/entries", ("Form.Kind", PlanEntryKind.Accept), ("Note", "同意销号，做得好"));
        Planning.AssertDone(await officer.WriteAsync(own, id, PlanEntryKind.Refuse, "缺记录"));
        Planning.AssertDone(await secretary.WriteAsync(own, id, PlanEntryKind.Request, "补了"));
        var stale = await officer.SendAsync(page + "/entries", opened);
        Assert.Equal(409, stale.Code);
        Assert.Contains("又有新的记录", stale.Text, StringComparison.Ordinal);
        Assert.Contains("同意销号，做得好", stale.Html, StringComparison.Ordinal);
        Assert.Null((await ItemAsync(own)).AcceptedAt);
    }

    [Fact]
    public async Task What_is_missing_stands_beside_its_field()
    {
        var own = await FinalAsync();
        await _world.PlanAsync(own, isApproved: true);
        var secretary = await _world.AsAsync(Actor.Secretary);
        var id = (await ItemAsync(own)).Id;
        var blank = await secretary.WriteAsync(own, id, PlanEntryKind.Progress, "", 50);
        Assert.Equal(400, blank.Code);
        Assert.Contains("请写进展情况", blank.Text, StringComparison.Ordinal);
        Assert.Equal(400, (await secretary.WriteAsync(own, id, PlanEntryKind.Progress, "做了", 101)).Code);
        Assert.Empty((await ItemAsync(own)).Entries);
    }

    [Fact]
    public async Task A_branch_approves_and_accepts_nothing_itself()
    {
        var own = await FinalAsync();
        await _world.PlanAsync(own, isSubmitted: true);
        var secretary = await _world.AsAsync(Actor.Secretary);
        Assert.Equal(404, (await secretary.SendAsync($"/plans/{own}/approval", await secretary.TokensAsync())).Code);
        var officer = await _world.AsAsync(Actor.Officer);
        Planning.AssertDone(await officer.OnPlanAsync(own, "/approval"));
        var id = (await ItemAsync(own)).Id;
        Planning.AssertDone(await secretary.WriteAsync(own, id, PlanEntryKind.Request, "做完了"));
        var page = $"/plans/{own}/items/{id}";
        Assert.DoesNotContain("验收通过，销号", (await secretary.GetPageAsync(page)).Text, StringComparison.Ordinal);
        var sent = await secretary.SendAsync(page + "/entries", [.. await secretary.TokensAsync(), KeyValuePair.Create("Form.Kind", "Accept")]);
        Assert.Equal(409, sent.Code);
        Assert.Null((await ItemAsync(own)).AcceptedAt);
    }

    [Fact]
    public async Task Files_of_an_entry_are_seen_by_whoever_sees_the_plan()
    {
        var own = await FinalAsync();
        await _world.PlanAsync(own, isApproved: true);
        Planning.AssertDone(await (await _world.AsAsync(Actor.Secretary)).WriteAsync(own, (await ItemAsync(own)).Id, PlanEntryKind.Progress, "做了", 20, ("记录.pdf", Files.Pdf)));
        var file = $"/attachments/{await app.InDbAsync(db => db.Attachments.Select(row => row.Id).SingleAsync())}";
        foreach (var (actor, code) in new[] { (Actor.Secretary, 200), (Actor.Officer, 200), (Actor.Department, 200), (Actor.Inspector, 200), (Actor.OtherOfficer, 404), (Actor.OtherSecretary, 404), (Actor.Administrator, 404), (Actor.Auditor, 404) })
            Assert.Equal((actor, code), (actor, (await (await _world.AsAsync(actor)).GetPageAsync(file)).Code));
        await _world.MoveAsync(World.Own, World.Computing);
        Assert.Equal(200, (await (await _world.AsAsync(Actor.OtherOfficer)).GetPageAsync(file)).Code);
    }

    [Fact]
    public async Task A_plan_of_another_unit_does_not_exist()
    {
        var own = await FinalAsync();
        await _world.PlanAsync(own);
        foreach (var actor in new[] { Actor.OtherOfficer, Actor.OtherSecretary, Actor.DirectSecretary })
        {
            var browser = await _world.AsAsync(actor);
            Assert.Equal(404, (await browser.GetPageAsync($"/plans/{own}")).Code);
            Assert.DoesNotContain(World.Own, (await browser.GetPageAsync("/plans")).Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task What_a_branch_is_still_writing_the_school_does_not_read()
    {
        var own = await FinalAsync();
        await _world.PlanAsync(own);
        foreach (var actor in new[] { Actor.Department, Actor.Inspector })
        {
            var browser = await _world.AsAsync(actor);
            var page = await browser.GetPageAsync($"/plans/{own}");
            Assert.Contains("支部正在写", page.Text, StringComparison.Ordinal);
            Assert.DoesNotContain(Planning.Measure, page.Text, StringComparison.Ordinal);
            Assert.Equal(404, (await browser.GetPageAsync($"/plans/{own}/items/{(await ItemAsync(own)).Id}")).Code);
        }
    }

    /// <summary>An open round in which the own branch filled in everything on line, scores low and is reviewed.</summary>
    private async Task<(int Round, int Own)> ReviewedAsync()
    {
        var round = await _world.GradeAsync(2012, new RoundRules { PublicityDays = 0 });
        var own = await _world.ParticipantAsync(round, World.Own);
        await app.SaveAsync(db =>
        {
            db.RemoveRange(db.SelfAssessments.Where(row => row.ParticipantId == own));
            db.RemoveRange(db.Reviews.Where(row => row.ParticipantId == own));
            db.RemoveRange(db.Evaluations.Where(row => row.ParticipantId == own));
            return Task.CompletedTask;
        });
        await _world.SubmitAssessmentAsync(own, 0.6m);
        await _world.ReviewOnLineAsync(own);
        return (round, own);
    }

    private async Task<int> FinalAsync() => await _world.ParticipantAsync(await _world.FinalAsync(2012, (World.Own, 70m)), World.Own);

    private async Task<PlanItem> ItemAsync(int participantId) => (await ItemsAsync(participantId))[0];

    private Task<List<PlanItem>> ItemsAsync(int participantId) => app.InDbAsync(db => db.PlanItems.AsNoTracking().Include(item => item.Entries)
        .Where(item => db.Plans.Any(plan => plan.Id == item.PlanId && plan.ParticipantId == participantId)).OrderBy(item => item.Order).ToListAsync());
}
