using BranchGrading.Data;
using BranchGrading.Data.Queries;
using BranchGrading.Domain.Assessments;
using BranchGrading.Web.Views.Drafts;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace BranchGrading.Web.Views.Reviews;

/// <summary>A whole review as it is typed: what a page without script sends at once, and what is sent along with the last button.</summary>
public sealed class ReviewForm
{
    public List<ItemForm> Items { get; set; } = [];

    public List<AnswerForm> Answers { get; set; } = [];

    public OpinionForm? Opinion { get; set; }

    /// <summary>The marks of the pieces as they were read, by name.</summary>
    public Dictionary<string, string> Was { get; set; } = [];

    /// <summary>What was not saved, and why, by the name of its piece.</summary>
    [BindNever]
    public Dictionary<string, DraftState> States { get; } = [];

    public bool IsStale => States.Values.Any(state => state.IsStale);

    public static string NameOf(ItemForm item) => $"item-{item.ItemId}";

    public static string NameOf(AnswerForm answer) => $"question-{answer.Question}";

    /// <summary>Saves every piece that the viewer may write; the papers with them, and in <see cref="States"/> what was not saved.</summary>
    /// <exception cref="Domain.RuleViolationException">Nothing of the review can be changed now.</exception>
    public BranchPapers Save(GradingDbContext db, BranchPapers papers, SchoolClock clock)
    {
        var now = clock.UtcNow;
        States.Clear();
        if (papers.MayScore)
        {
            foreach (var typed in Items.Where(item => Was.GetValueOrDefault(NameOf(item)) != FormMark.Of(item)))
            {
                if (papers.Review.Items.FirstOrDefault(item => item.Id == typed.ItemId) is not { } item)
                    continue;
                if (typed.Read(item, out var error) is not { } read)
                {
                    States[NameOf(typed)] = DraftStates.Unread(error!);
                    continue;
                }

                var draft = db.FillItem(papers, Scorer.Committee, read, now);
                papers = draft.Papers;
                Keep(NameOf(typed), typed, clock.State(draft, item, true), draft.IsSaved);
            }

            foreach (var typed in papers.IsDirect ? [] : Answers.Where(answer => Was.GetValueOrDefault(NameOf(answer)) != FormMark.Of(answer)))
            {
                var draft = db.FillAnswer(papers, Scorer.Committee, typed.Draft(), now);
                papers = draft.Papers;
                Keep(NameOf(typed), typed, clock.State(draft), draft.IsSaved);
            }
        }

        if (Opinion is not null && papers.MayRecord && Was.GetValueOrDefault("opinion") != FormMark.Of(Opinion))
        {
            if (Opinion.Read(out var error) is { } read)
            {
                var draft = db.FillOpinion(papers, read, now);
                papers = draft.Papers;
                Keep("opinion", Opinion, clock.State(draft), draft.IsSaved);
            }
            else
            {
                States["opinion"] = DraftStates.Unread(error!);
            }
        }

        return papers;
    }

    /// <summary>Keeps only what was not saved: of the rest the page shows what is stored, at its new version.</summary>
    public void ForgetSaved()
    {
        Items.RemoveAll(item => !States.ContainsKey(NameOf(item)));
        Answers.RemoveAll(answer => !States.ContainsKey(NameOf(answer)));
        if (!States.ContainsKey("opinion"))
            Opinion = null;
    }

    /// <summary>Whether anything that was typed is not what is stored.</summary>
    public bool DiffersFrom(BranchPapers papers) =>
        Items.Any(typed => papers.Review.Items.FirstOrDefault(item => item.Id == typed.ItemId) is { } item && FormMark.Of(typed) != FormMark.Of(ItemForm.Of(item, papers.Review.ScoreOf(item))))
        || Answers.Any(typed => FormMark.Of(typed) != FormMark.Of(AnswerForm.Of(typed.Question, papers.Review.AnswerTo(typed.Question))))
        || Opinion is not null && FormMark.Of(Opinion) != FormMark.Of(OpinionForm.Of(papers.Review.Review));

    /// <summary>What was typed, to be copied where nothing can be saved any more.</summary>
    public string Texts(ReviewPaper paper) => string.Join('\n',
        paper.Items.SelectMany(item => Items.Where(typed => typed.ItemId == item.Id && FormMark.Of(typed) != FormMark.Of(ItemForm.Of(item, paper.ScoreOf(item)))).Select(typed =>
                $"「{item.Name}」：{typed.Points ?? typed.Times ?? item.Options.FirstOrDefault(option => option.Order == typed.Option)?.Name}{(string.IsNullOrWhiteSpace(typed.Note) ? "" : $"，理由：{typed.Note}")}"))
            .Concat(Answers.Where(answer => !string.IsNullOrWhiteSpace(answer.Explanation)).Select(answer => $"「{answer.Question.Word()}」：{answer.Explanation}"))
            .Concat(Opinion is { Opinion: { Length: > 0 } opinion } ? [$"初评意见：{opinion}"] : [])
            .Concat(Opinion?.ProposedGrade is { } grade ? [$"拟定等级：{grade}"] : []));

    /// <summary>A piece that is stale is told what is saved; saved once more it wins.</summary>
    private void Keep(string name, IVersionedForm typed, DraftState state, bool isSaved)
    {
        if (isSaved)
            return;
        States[name] = state;
        if (state.IsStale)
            typed.Version = state.Version;
    }
}
