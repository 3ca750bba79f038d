using BranchGrading.Data.Queries;
using BranchGrading.Domain.Assessments;
using BranchGrading.Domain.Grading;

namespace BranchGrading.Web.Tests.Features.Reviews;

/// <summary>What an officer does over and over while reviewing, by the buttons of pages without script.</summary>
internal static class Reviewing
{
    /// <summary>Types in the ballots of one panel.</summary>
    public static Task<Answer> CountAsync(
        this HttpClient browser, int participantId, Panel panel, int? expected = 22, int issued = 22, int returned = 21, int valid = 20, int good = 15, int fairlyGood = 3, int fair = 1, int poor = 1) =>
        browser.PostFormAsync(
            $"/reviews/{participantId}/ballots", $"/reviews/{participantId}/ballots/{panel.ToString().ToLowerInvariant()}",
            ("Expected", expected), ("Issued", issued), ("Returned", returned), ("Valid", valid), ("Good", good), ("FairlyGood", fairlyGood), ("Fair", fair), ("Poor", poor));

    /// <summary>Sends the review's page with some fields typed, by its button or one of its others.</summary>
    public static async Task<Answer> ReviewAsync(this HttpClient browser, int participantId, string? adopt = null, string to = "", params (string Name, object? Value)[] fields)
    {
        var page = $"/reviews/{participantId}";
        var filled = await browser.FillInAsync(page, page, fields);
        if (adopt is not null)
            filled.Add(KeyValuePair.Create("adopt", adopt));
        return await browser.SendAsync(page + to, filled);
    }

    /// <summary>Everything that a review wants, short of its completion: the branch's answers taken over, both votes, opinion and grade.</summary>
    public static async Task PrepareReviewAsync(this HttpClient browser, int participantId, Grade grade = Grade.B)
    {
        await browser.CountAsync(participantId, Panel.Members);
        await browser.CountAsync(participantId, Panel.Masses);
        await browser.ReviewAsync(participantId, "items");
        await browser.ReviewAsync(participantId, "answers");
        await browser.ReviewAsync(participantId, fields: [("Opinion.Opinion", "组织生活正常，同意。"), ("Opinion.ProposedGrade", grade)]);
    }

    public static Task<Answer> CompleteAsync(this HttpClient browser, int participantId) => browser.ReviewAsync(participantId, to: "/completion");

    /// <summary>A whole review, handed in by the branch and completed by the committee.</summary>
    public static async Task<Answer> ReviewWhollyAsync(this World world, HttpClient browser, int participantId, Grade grade = Grade.B)
    {
        await world.SubmitAssessmentAsync(participantId);
        await browser.PrepareReviewAsync(participantId, grade);
        return await browser.CompleteAsync(participantId);
    }

    /// <summary>The name under which a page holds an item, e.g. Items[3].</summary>
    public static string NameOf(this BranchPapers papers, Domain.Standards.StandardItem item) => $"Items[{papers.Review.Items.ToList().FindIndex(known => known.Id == item.Id)}]";
}
