using BranchGrading.Domain.Assessments;
using BranchGrading.Domain.Grading;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace BranchGrading.Web.Tests.Features.Evaluation;

/// <summary>What branches and committees read after publication.</summary>
public sealed class FeedbackTests(WebApp app) : IClassFixture<WebApp>, IAsyncLifetime
{
    private World _world = null!;
    private int _roundId;
    private int _own;

    public async ValueTask InitializeAsync()
    {
        _world = await World.OfAsync(app);
        _roundId = await _world.GradeAsync();
        _own = await _world.ParticipantAsync(_roundId, World.Own);
        await app.SaveAsync(db =>
        {
            db.RemoveRange(db.SelfAssessments.Where(row => row.ParticipantId == _own));
            db.RemoveRange(db.Reviews.Where(row => row.ParticipantId == _own));
            db.RemoveRange(db.Evaluations.Where(row => row.ParticipantId == _own));
            return Task.CompletedTask;
        });
        await _world.SubmitAssessmentAsync(_own);
        await _world.ReviewOnLineAsync(_own, less: 1);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Before_publication_there_is_nothing()
    {
        foreach (var actor in new[] { Actor.Secretary, Actor.Officer })
            Assert.Equal(404, (await (await _world.AsAsync(actor)).GetPageAsync($"/results/{_own}")).Code);
    }

    [Fact]
    public async Task After_it_secretary_and_officer_see_every_score_and_every_reason_and_nothing_of_others()
    {
        var department = await _world.AsAsync(Actor.Department);
        var address = $"/participants/{_own}/evaluation";
        var form = await department.GetPageAsync(address);
        var second = form.Document.QuerySelectorAll("[name$='.Points']")[1].GetAttribute("name")!;
        Assert.Equal(302, (await department.PostFormAsync(address, address, ("Method", RescoreMethod.ByItems), (second, "0.5"), (second.Replace("Points", "Note", StringComparison.Ordinal), "现场查不到记录"))).Code);
        await app.SaveAsync(async db => db.Add(Domain.Assessments.Evidence.OnBranch(await db.Participants.SingleAsync(row => row.Id == _own), EvidenceKind.Interview, new DateOnly(2012, 3, 18), "个别访谈的内容", "督查员", WebApp.Start.UtcDateTime)));
        Assert.Equal(302, (await department.PublishAsync(_roundId)).Code);
        foreach (var actor in new[] { Actor.Secretary, Actor.Officer })
        {
            var page = await (await _world.AsAsync(actor)).GetPageAsync($"/results/{_own}");
            Assert.Equal(200, page.Code);
            foreach (var words in new[] { "初评：记录不全", "学校：现场查不到记录", "班子团结，活动正常。", "逐项评分", "为什么是" })
                Assert.Contains(words, page.Text, StringComparison.Ordinal);
            Assert.Equal(2, page.Document.QuerySelectorAll("tr.is-differing").Length);
            Assert.DoesNotContain("个别访谈的内容", page.Text, StringComparison.Ordinal);
            Assert.All(World.BranchNames.Where(name => name != World.Own), name => Assert.DoesNotContain(name, page.Text, StringComparison.Ordinal));
        }

        Assert.Equal(404, (await (await _world.AsAsync(Actor.OtherSecretary)).GetPageAsync($"/results/{_own}")).Code);
    }

    [Fact]
    public async Task A_branch_on_paper_is_told_so()
    {
        Assert.Equal(302, (await (await _world.AsAsync(Actor.Department)).PublishAsync(_roundId)).Code);
        var foreign = await _world.ParticipantAsync(_roundId, World.Foreign);
        var page = await (await _world.AsAsync(Actor.OtherSecretary)).GetPageAsync($"/results/{foreign}");
        Assert.Contains("自评和初评来自纸质材料，网上没有逐项的分数", page.Text, StringComparison.Ordinal);
        Assert.Equal(Grade.B, await _world.GradeOfAsync(_roundId, World.Foreign));
    }
}
