using BranchGrading.Domain.Assessments;
using BranchGrading.Domain.Grading;
using BranchGrading.Web.Attachments;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace BranchGrading.Web.Tests.Features.Organisation;

/// <summary>After a move: the frozen committee keeps the working papers of its rounds, the new one sees the branch with its earlier grades and not the papers (§1).</summary>
public sealed class MoveTests(WebApp app) : IClassFixture<WebApp>, IAsyncLifetime
{
    private World _world = null!;
    private HttpClient _department = null!;
    private int _round;
    private int _participant;
    private int _branch;

    public async ValueTask InitializeAsync()
    {
        _world = await World.OfAsync(app);
        _department = await _world.AsAsync(Actor.Department);
        await _world.RememberAsync(2011, (World.Own, Grade.B));
        _round = await _world.OpenAsync();
        _participant = await _world.ParticipantAsync(_round, World.Own);
        _branch = _world.Branch(World.Own);
        await _world.SubmitAssessmentAsync(_participant);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private Task<Answer> MoveAsync(int to, params (string, object?)[] fields) =>
        _department.PostFormAsync($"/branches/{_branch}/move", $"/branches/{_branch}/move", [("CommitteeId", to), .. fields]);

    private async Task<int> CodeAsync(Actor actor, string address) => (await (await _world.AsAsync(actor)).GetPageAsync(address)).Code;

    [Fact]
    public async Task The_papers_stay_with_the_frozen_committee_and_the_branch_goes_to_the_new_one()
    {
        var (attachment, proof) = await app.SaveAsync(async db =>
        {
            using var content = new MemoryStream("%PDF-1.4"u8.ToArray());
            var store = app.Services.GetRequiredService<AttachmentStore>();
            var file = await store.ReceiveAsync("总结.pdf", content, CancellationToken.None);
            using var more = new MemoryStream("%PDF-1.4"u8.ToArray());
            var second = await store.ReceiveAsync("记录.pdf", more, CancellationToken.None);
            var evidence = Evidence.OnBranch(await db.Participants.SingleAsync(row => row.Id == _participant), EvidenceKind.Records, new DateOnly(2012, 3, 19), "查阅了会议记录", "督查员", WebApp.Start.UtcDateTime);
            return (db.Add(new Attachment(_participant, null, file, "书记", WebApp.Start.UtcDateTime)).Entity, db.Add(new Attachment(evidence, second, "督查员", WebApp.Start.UtcDateTime)).Entity);
        });
        string[] papers = [$"/assessments/{_participant}", $"/reviews/{_participant}", $"/attachments/{attachment.Id}"];
        foreach (var page in papers)
            Assert.Equal((page, 200, 404), (page, await CodeAsync(Actor.Officer, page), await CodeAsync(Actor.OtherOfficer, page)));

        var done = await MoveAsync(_world.Committee(World.Computing), ("DocumentNumber", "校组字〔2012〕9 号"));
        Assert.True(done.Code == 302, done.Text);
        Assert.Contains($"2012 年度的自评、初评和报表仍归「{World.Materials}」办理", (await _department.GetPageAsync(done.Location!)).Text);

        // The old officer goes on with the papers and no longer has the branch.
        foreach (var page in papers)
            Assert.Equal((page, 200), (page, await CodeAsync(Actor.Officer, page)));
        Assert.Contains(World.Own, (await (await _world.AsAsync(Actor.Officer)).GetPageAsync($"/rounds/{_round}/reviews?committee={_world.Committee(World.Materials)}")).Text);
        foreach (var page in new[] { $"/branches/{_branch}", $"/branches/{_branch}/history", $"/branches/{_branch}/floating-members" })
            Assert.Equal((page, 404), (page, await CodeAsync(Actor.Officer, page)));

        // The new one has the branch with its earlier grades, and none of the papers.
        foreach (var page in papers.Append($"/attachments/{proof.Id}").Append($"/participants/{_participant}/evidence").Append($"/rounds/{_round}/committees/{_world.Committee(World.Materials)}"))
            Assert.Equal((page, 404), (page, await CodeAsync(Actor.OtherOfficer, page)));
        var newOfficer = await _world.AsAsync(Actor.OtherOfficer);
        Assert.DoesNotContain(World.Own, (await newOfficer.GetPageAsync($"/rounds/{_round}/reviews?committee={_world.Committee(World.Computing)}")).Text);
        var history = await newOfficer.GetPageAsync($"/branches/{_branch}/history");
        Assert.Equal(200, history.Code);
        Assert.Contains("2011 年 B较好", history.Text);
        Assert.Contains($"{World.Materials} → {World.Computing}", history.Text);
        Assert.Contains("校组字〔2012〕9 号", history.Text);
        Assert.Equal(200, await CodeAsync(Actor.OtherOfficer, $"/branches/{_branch}"));

        // The secretary keeps both: the own papers, and the branch.
        foreach (var page in new[] { $"/assessments/{_participant}", $"/attachments/{attachment.Id}" }.Append($"/branches/{_branch}").Append($"/branches/{_branch}/history"))
            Assert.Equal((page, 200), (page, await CodeAsync(Actor.Secretary, page)));
    }

    [Fact]
    public async Task What_the_new_officer_may_not_see_he_may_not_change()
    {
        await MoveAsync(_world.Committee(World.Computing));
        var officer = await _world.AsAsync(Actor.OtherOfficer);
        foreach (var address in new[] { $"/reviews/{_participant}", $"/reviews/{_participant}/completion", $"/assessments/{_participant}/submission", $"/assessments/{_participant}/problems", $"/rounds/{_round}/forms/investigation/branches/{_participant}" })
            Assert.Equal((address, 404), (address, (await officer.SendAsync(address, await officer.TokensAsync())).Code));
    }

    [Fact]
    public async Task The_rounds_committee_name_and_secretary_stay_as_they_were()
    {
        await MoveAsync(_world.Committee(World.Computing), ("Name", "计算机第二教工支部"));
        var participant = await app.InDbAsync(db => db.Participants.AsNoTracking().SingleAsync(row => row.Id == _participant));
        Assert.Equal((World.Own, World.Materials, _world.Committee(World.Materials), "材料书记"), (participant.BranchName, participant.CommitteeName, participant.CommitteeId, participant.SecretaryName));
        var outcome = (await _world.ResultAsync(_round)).Outcomes.Single(row => row.Candidate.ParticipantId == _participant);
        Assert.Equal((World.Own, World.Materials, Grade.B), (outcome.Candidate.BranchName, outcome.Candidate.CommitteeName, outcome.Candidate.PreviousGrade));
    }

    [Fact]
    public async Task The_next_round_freezes_the_new_committee()
    {
        await MoveAsync(_world.Committee(World.Computing));
        var next = await _world.OpenAsync(2013);
        Assert.Equal(World.Computing, await app.InDbAsync(db => db.Participants.Where(row => row.RoundId == next && row.BranchId == _branch).Select(row => row.CommitteeName).SingleAsync()));
        Assert.Equal(404, await CodeAsync(Actor.Officer, $"/assessments/{await _world.ParticipantAsync(next, World.Own)}"));
    }

    [Fact]
    public async Task A_direct_branch_takes_in_no_second_one()
    {
        var refused = await MoveAsync(_world.Committee(World.Library), ("Note", "院系调整"));
        Assert.Equal(409, refused.Code);
        Assert.Contains("直属党支部只能有一个支部", refused.Text);
        Assert.Contains("院系调整", refused.Html);
        Assert.Equal(World.Materials, await app.InDbAsync(db => db.Branches.Where(branch => branch.Id == _branch).Select(branch => branch.Committee.Name).SingleAsync()));
    }

    [Fact]
    public async Task A_name_that_is_taken_there_is_asked_for_anew()
    {
        await app.SaveAsync(async db => (await db.Committees.Include(committee => committee.Branches).SingleAsync(committee => committee.Name == World.Computing)).Found(World.Own, Domain.Organisation.BranchType.Teacher, null));
        var refused = await MoveAsync(_world.Committee(World.Computing));
        Assert.Equal(409, refused.Code);
        Assert.Contains($"已经有名为「{World.Own}」", refused.Text);
        Assert.Equal(302, (await MoveAsync(_world.Committee(World.Computing), ("Name", "计算机第二教工支部"))).Code);
    }

    [Fact]
    public async Task Who_leads_a_dissolved_branch_has_no_more_to_do_with_it()
    {
        await _department.PostFormAsync($"/branches/{_branch}/dissolution", $"/branches/{_branch}/dissolution", ("Reason", "并入机关"));
        Assert.Equal(404, await CodeAsync(Actor.Secretary, $"/branches/{_branch}"));
        Assert.Equal(404, await CodeAsync(Actor.Secretary, $"/assessments/{_participant}"));
        Assert.Equal(200, await CodeAsync(Actor.Officer, $"/assessments/{_participant}"));
    }
}
