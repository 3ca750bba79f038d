using BranchGrading.Domain.Grading;
using BranchGrading.Domain.Rounds;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace BranchGrading.Web.Tests.Features.Scenarios;

public sealed class AdoptionTests(WebApp app) : IClassFixture<WebApp>, IAsyncLifetime
{
    private static readonly (string, decimal)[] ThreeForTwo = [(World.Own, 96), (World.Foreign, 95), ("材料机关支部", 94)];

    /// <summary>Other than the defaults in three rules.</summary>
    private static readonly RoundRules Tried = new() { CapShare = 0.3m, BoundB = 82m, FairCounts = true };

    private World _world = null!;
    private HttpClient _department = null!;

    public async ValueTask InitializeAsync()
    {
        _world = await World.OfAsync(app);
        _department = await _world.AsAsync(Actor.Department);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Before_any_result_every_rule_of_a_scenario_is_adopted_with_one_reason()
    {
        var roundId = await _world.OpenAsync();
        var adoption = await KeepAsync(roundId, Tried);
        Assert.Equal(302, (await _department.PostFormAsync(adoption, adoption, ("Reason", "党委会议研究"))).Code);
        Assert.Equal(Tried, await RulesAsync(roundId));
        var changes = await app.InDbAsync(db => db.Rounds.SelectMany(round => round.RuleChanges).OrderBy(change => change.Id).ToListAsync());
        Assert.Equal(["“一般”计入满意", "A、B、C 级分数线", "A 级比例上限"], changes.Select(change => change.Rule));
        Assert.All(changes, change => Assert.Equal(("党委会议研究", "部长"), (change.Reason, change.By)));
        Assert.Contains("和现行规则一样", (await _department.GetPageAsync(adoption)).Text);
    }

    [Fact]
    public async Task After_a_committees_result_only_the_cap_is_adopted_and_the_page_says_why()
    {
        var roundId = await _world.GradeAsync(2012, null, ThreeForTwo);
        var adoption = await KeepAsync(roundId, Tried);
        var page = await _department.GetPageAsync(adoption);
        var rows = page.Document.QuerySelectorAll(".data-table").First().QuerySelectorAll("tbody tr").Select(row => $"{row.Children[0].TextContent}：{(row.TextContent.Contains("不能采用", StringComparison.Ordinal) ? "不能" : "能")}").ToList();
        Assert.Equal(["“一般”计入满意：不能", "A、B、C 级分数线：不能", "A 级比例上限：能"], rows);
        Assert.Contains("现在只能调整 A 级比例上限", page.Text);
        // Whom it would move is told by what would be adopted, not by the whole scenario.
        Assert.Contains("1 个支部上升，0 个下降", page.Text);
        Assert.Equal(302, (await _department.SendAsync(adoption, page.FillIn(adoption, adoption, ("Reason", "逐步扩大 A 级比例")))).Code);
        Assert.Equal(RoundRules.Default with { CapShare = 0.3m }, await RulesAsync(roundId));
        Assert.Equal(Grade.A, await _world.GradeOfAsync(roundId, "材料机关支部"));
    }

    [Fact]
    public async Task Whoever_would_be_moved_besides_those_shown_is_shown_first()
    {
        var roundId = await _world.GradeAsync(2012, null, ThreeForTwo);
        var adoption = await KeepAsync(roundId, RoundRules.Default with { CapShare = 0.3m });
        var shown = await _department.GetPageAsync(adoption);
        var rules = $"/rounds/{roundId}/rules";
        var previewed = await _department.SendAsync($"{rules}/preview", await _department.FillInAsync(rules, rules, ("CapPercent", 30), ("Reason", "逐步扩大")));
        Assert.Equal(302, (await _department.DecideAsync(await _world.ParticipantAsync(roundId, World.Own), Grade.B)).Code);

        var adopted = await _department.SendAsync(adoption, shown.FillIn(adoption, adoption, ("Reason", "逐步扩大")));
        var changed = await _department.SendAsync(rules, previewed.FillIn(rules, rules));
        foreach (var answer in new[] { adopted, changed })
        {
            Assert.Equal(409, answer.Code);
            Assert.Contains("逐步扩大", answer.Html);
        }

        Assert.Equal(RoundRules.Default, await RulesAsync(roundId));
        Assert.Equal(302, (await _department.SendAsync(rules, changed.FillIn(rules, rules))).Code);
    }

    [Fact]
    public async Task After_a_review_on_line_what_counts_as_content_stays()
    {
        var roundId = await _world.OpenAsync();
        var own = await _world.ParticipantAsync(roundId, World.Own);
        await _world.SubmitAssessmentAsync(own);
        await _world.ReviewOnLineAsync(own);
        var adoption = await KeepAsync(roundId, Tried);
        var page = await _department.GetPageAsync(adoption);
        Assert.Contains("「一般」是否计入满意不能再改", page.Text);
        Assert.Equal(302, (await _department.SendAsync(adoption, page.FillIn(adoption, adoption, ("Reason", "会议研究")))).Code);
        Assert.Equal(Tried with { FairCounts = false }, await RulesAsync(roundId));

        var fair = await KeepAsync(roundId, Tried, "只改一般");
        Assert.Null((await _department.GetPageAsync(fair)).Document.QuerySelector("form[method=post][action$=adoption]"));
    }

    [Fact]
    public async Task Keys_that_were_added_by_hand_do_not_open_what_is_locked()
    {
        var roundId = await _world.GradeAsync(2012, null, ThreeForTwo);
        var adoption = await KeepAsync(roundId, Tried);
        foreach (var keys in new[] { "CapShare,Bounds", "Bounds", "", "CapShare,PublicityDays" })
            Assert.Equal(409, (await _department.PostFormAsync(adoption, adoption, ("Reason", "会议研究"), ("Keys", keys))).Code);
        Assert.Equal(RoundRules.Default, await RulesAsync(roundId));
    }

    [Fact]
    public async Task What_became_locked_after_the_page_was_opened_is_not_left_out_silently()
    {
        var roundId = await _world.OpenAsync();
        var adoption = await KeepAsync(roundId, Tried);
        var form = await _department.FillInAsync(adoption, adoption, ("Reason", "会议研究决定"));
        await app.SaveAsync(async db =>
        {
            var review = new Domain.Assessments.PreliminaryReview(await db.Participants.Where(row => row.RoundId == roundId).Select(row => row.Id).FirstAsync());
            review.Import(90m, false, "同意", null, "组织员", WebApp.Start.UtcDateTime);
            db.Add(review);
        });
        var stale = await _department.SendAsync(adoption, form);
        Assert.Equal(409, stale.Code);
        Assert.Contains("能采用的范围变了", stale.Text);
        Assert.Contains("会议研究决定", stale.Html);
        Assert.Equal(RoundRules.Default, await RulesAsync(roundId));
        Assert.Equal(302, (await _department.SendAsync(adoption, stale.FillIn(adoption, adoption))).Code);
        Assert.Equal(RoundRules.Default with { CapShare = 0.3m }, await RulesAsync(roundId));
    }

    [Fact]
    public async Task A_scenario_or_rules_changed_meanwhile_are_shown_before_anything_is_adopted()
    {
        var roundId = await _world.OpenAsync();
        var adoption = await KeepAsync(roundId, Tried);
        var scenario = adoption[..^"/adoption".Length];
        var form = await _department.FillInAsync(adoption, adoption, ("Reason", "会议研究决定"));
        var second = await _world.AsAsync(Actor.SecondDepartment);
        Assert.Equal(302, (await second.PostFormAsync(scenario, scenario, ("CapPercent", 25))).Code);
        var stale = await _department.SendAsync(adoption, form);
        Assert.Equal(409, stale.Code);
        Assert.Contains("25%", stale.Text);

        form = stale.FillIn(adoption, adoption);
        var rules = $"/rounds/{roundId}/rules";
        Assert.Equal(302, (await second.PostFormAsync(rules, rules, ("PublicityDays", 7), ("Reason", "假期"))).Code);
        Assert.Equal(409, (await _department.SendAsync(adoption, form)).Code);
        Assert.Equal(RoundRules.Default with { PublicityDays = 7 }, await RulesAsync(roundId));
    }

    [Fact]
    public async Task A_reason_is_needed_and_decided_As_that_would_not_fit_refuse()
    {
        var roundId = await _world.GradeAsync(2012, null, ThreeForTwo);
        var tight = await KeepAsync(roundId, new RoundRules { CapShare = 0.1m });
        Assert.Equal(400, (await _department.PostFormAsync(tight, tight, ("Reason", ""))).Code);
        var form = await _department.FillInAsync(tight, tight, ("Reason", "收紧"));
        foreach (var name in new[] { World.Own, World.Foreign })
            Assert.Equal(302, (await _department.DecideAsync(await _world.ParticipantAsync(roundId, name), Grade.A)).Code);
        var refused = await _department.SendAsync(tight, form);
        Assert.Equal(409, refused.Code);
        Assert.Contains("名额是 1 个，已决定的 A 级有 2 个", refused.Text);
        Assert.Contains("名额是 1 个，已决定的 A 级有 2 个", (await _department.GetPageAsync(tight)).Text);
        Assert.Equal(0.2m, (await RulesAsync(roundId)).CapShare);
    }

    [Fact]
    public async Task Nothing_is_adopted_once_the_grades_are_published()
    {
        var roundId = await _world.GradeAsync(2012, null, ThreeForTwo);
        var adoption = await KeepAsync(roundId, Tried);
        var form = await _department.FillInAsync(adoption, adoption, ("Reason", "晚了"));
        await _department.WorkAsync(await _department.PublishAsync(roundId));
        Assert.Equal(409, (await _department.SendAsync(adoption, form)).Code);
        Assert.Contains("不再试算", (await _department.GetPageAsync(adoption)).Text);
        Assert.Equal(RoundRules.Default, await RulesAsync(roundId));
    }

    private Task<RoundRules> RulesAsync(int roundId) => app.InDbAsync(db => db.Rounds.AsNoTracking().Where(round => round.Id == roundId).Select(round => round.Rules).SingleAsync());

    /// <summary>Keeps a scenario; the address where it is adopted.</summary>
    private async Task<string> KeepAsync(int roundId, RoundRules rules, string name = "放宽")
    {
        var saved = await _department.PostFormAsync(
            $"/rounds/{roundId}/scenarios?{Views.Scenarios.SimulationForm.Of(rules).Query}", $"/rounds/{roundId}/scenarios", ("Name", name));
        Assert.True(saved.Code == 302, $"{saved.Code}: {saved.Text}");
        return $"{saved.Location}/adoption";
    }
}
