using BranchGrading.Domain.Rounds;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace BranchGrading.Web.Tests.Features.Deadlines;

/// <summary>Once the grades are published, nothing of them can be worked on any more; only the forms may still come later.</summary>
public sealed class ExtensionAfterPublicationTests(WebApp app) : IClassFixture<WebApp>
{
    [Fact]
    public async Task After_publication_only_the_hand_in_is_extended()
    {
        var world = await World.OfAsync(app);
        var roundId = await world.PublishAsync();
        var department = await world.AsAsync(Actor.Department);
        var (page, address) = ($"/rounds/{roundId}/extensions/new?committee={world.Committee(World.Materials)}", $"/rounds/{roundId}/extensions");
        var choices = (await department.GetPageAsync(page)).Document.QuerySelectorAll("select[name='Form.Kind'] option").Select(option => option.GetAttribute("value")).ToList();
        Assert.Equal(["", nameof(DeadlineKind.HandIn)], choices);
        foreach (var kind in Enum.GetValues<DeadlineKind>().Where(kind => kind != DeadlineKind.HandIn))
        {
            var fields = await department.FillInAsync(page, address, ("Form.Day", "2012-05-01"), ("Form.Reason", "书记出差"));
            fields.RemoveAll(field => field.Key == "Form.Kind");
            var answer = await department.SendAsync(address, fields.Append(KeyValuePair.Create("Form.Kind", kind.ToString())));
            Assert.Equal((kind, 400), (kind, answer.Code));
            Assert.Contains("只有报表报送还能延期", answer.Text, StringComparison.Ordinal);
        }

        Assert.Empty(await app.InDbAsync(db => db.Extensions.ToListAsync()));
        Assert.Equal(302, (await department.PostFormAsync(page, address, ("Form.Kind", DeadlineKind.HandIn), ("Form.Day", "2012-05-01"), ("Form.Reason", "书记出差"))).Code);
        Assert.Equal(DeadlineKind.HandIn, (await app.InDbAsync(db => db.Extensions.SingleAsync())).Kind);
    }

    [Fact]
    public async Task The_hand_in_is_extended_for_a_whole_committee_and_says_so_once()
    {
        var world = await World.OfAsync(app);
        var roundId = await world.OpenAsync();
        var department = await world.AsAsync(Actor.Department);
        var branch = await world.ParticipantAsync(roundId, World.Own);
        var answer = await department.PostFormAsync(
            $"/rounds/{roundId}/extensions/new?committee={world.Committee(World.Materials)}", $"/rounds/{roundId}/extensions",
            ("Form.ParticipantId", branch), ("Form.Kind", DeadlineKind.HandIn), ("Form.Day", "2012-05-01"), ("Form.Reason", "书记出差"));
        Assert.Equal(400, answer.Code);
        Assert.Single(answer.Document.QuerySelectorAll(".field-error"));
    }
}
