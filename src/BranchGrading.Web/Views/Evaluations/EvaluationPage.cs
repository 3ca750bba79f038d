using BranchGrading.Data.Queries;
using BranchGrading.Domain;
using BranchGrading.Domain.Assessments;
using BranchGrading.Domain.Rounds;
using BranchGrading.Domain.Standards;

namespace BranchGrading.Web.Views.Evaluations;

/// <summary>The school's evaluation of a branch: what was said of every item, and what the school gives instead.</summary>
public sealed class EvaluationPage
{
    private readonly List<StandardItem> _items;

    public EvaluationPage(BranchPapers papers, RescorePaper rescore, EvaluationForm? form)
    {
        (Papers, Rescore) = (papers, rescore);
        _items = [.. rescore.Items, .. rescore.Vetoes];
        Known = new EvaluationForm
        {
            Method = papers.School switch { { IsByItems: true } => RescoreMethod.ByItems, { Rescore: not null } => RescoreMethod.Total, _ => RescoreMethod.None },
            Total = papers.School is { IsByItems: false } school ? school.Rescore : null,
            Reason = papers.School?.Reason,
            Version = papers.School?.Version ?? Guid.Empty,
            Items = _items.ConvertAll(item => rescore.ScoreOf(item) is { } score
                ? new EvaluationItemForm { ItemId = item.Id, Points = score.Points, Option = score.Option, Times = score.Times, Vetoed = score.Vetoed, Note = score.Note }
                : new EvaluationItemForm { ItemId = item.Id }),
        };
        Form = form ?? Known;
        // What the form shows follows the standard, whatever was sent.
        var sent = Form.Items.DistinctBy(item => item.ItemId).ToDictionary(item => item.ItemId);
        Form.Items = _items.ConvertAll(item => sent.GetValueOrDefault(item.Id) ?? new EvaluationItemForm { ItemId = item.Id });
        Known.ItemsInWords = InWords(Known);
        Form.ItemsInWords = InWords(Form);
    }

    public BranchPapers Papers { get; }

    public RescorePaper Rescore { get; }

    public EvaluationForm Form { get; }

    public EvaluationForm Known { get; }

    public Participant Participant => Papers.Participant;

    public IReadOnlyList<ItemComparison> Comparisons => [.. Rescore.Compare()];

    public IReadOnlyCollection<RescoreEntry> Entries => Form.Items.ConvertAll(item => new RescoreEntry(item.ItemId, item.Answer, item.Vetoed, item.Note));

    public int IndexOf(StandardItem item) => _items.FindIndex(known => known.Id == item.Id);

    /// <summary>What is wrong or missing, each beside its field.</summary>
    public IEnumerable<(string Field, string Text)> Problems()
    {
        var rows = new List<ItemScore>();
        foreach (var (item, entry) in _items.Zip(Form.Items))
        {
            if (Form.Method != RescoreMethod.ByItems && item.Method != ItemMethod.Veto)
                continue;
            if (WhyNot(item, entry) is { } why)
                yield return (FieldOf(item, item.Method switch { ItemMethod.Points => "Points", ItemMethod.Options => "Option", ItemMethod.Veto => "Note", _ => "Times" }), why);
            else
                rows.Add(RowOf(item, entry));
        }

        var trial = Rescore with { Scores = rows };
        foreach (var missing in (Form.Method == RescoreMethod.ByItems ? trial.Missing() : []).Concat(trial.MissingFacts()))
            yield return (missing.ItemId is { } id ? FieldOf(_items.Find(item => item.Id == id)!, "Note") : "Form.Method", missing.Text + "。");
        if (Form.Method == RescoreMethod.Total && Form.Total is null)
            yield return ("Form.Total", "请填写学校评分。");
        if (Form.Method == RescoreMethod.Total && string.IsNullOrWhiteSpace(Form.Reason))
            yield return ("Form.Reason", "请写明重新评分的理由。");
        if (Form.Method == RescoreMethod.None && Papers.School?.Rescore is not null && string.IsNullOrWhiteSpace(Form.Reason))
            yield return ("Form.Reason", "请写明撤回学校评分的理由。");
    }

    private static string? WhyNot(StandardItem item, EvaluationItemForm entry)
    {
        try
        {
            RowOf(item, entry);
            return null;
        }
        catch (RuleViolationException why)
        {
            return why.Message;
        }
    }

    private static ItemScore RowOf(StandardItem item, EvaluationItemForm entry)
    {
        var row = new ItemScore(0, Scorer.School, item.Id);
        row.Fill(item, entry.Answer, entry.Vetoed, entry.Note, "", default);
        return row;
    }

    private string FieldOf(StandardItem item, string field) => $"Form.Items[{IndexOf(item)}].{field}";

    private string InWords(EvaluationForm form) => string.Join('\n', _items.Zip(form.Items)
        .Where(pair => pair.Second.Vetoed || pair.Second.Answer != new ItemAnswer())
        .Select(pair => $"{pair.First.Name}：{(pair.Second.Vetoed ? "一票否决" : WhyNot(pair.First, pair.Second) ?? ItemWords.Answer(pair.First, pair.Second.Answer))}{(string.IsNullOrWhiteSpace(pair.Second.Note) ? "" : $"，{pair.Second.Note.Trim()}")}"));
}
