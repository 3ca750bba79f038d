using BranchGrading.Data;
using BranchGrading.Data.Queries;
using BranchGrading.Domain.Bulletins;

namespace BranchGrading.Web.Views.Bulletins;

/// <summary>What bulletins are looked up by.</summary>
public sealed class BulletinFilter
{
    public BulletinShow Show { get; set; }

    public BulletinKind? Kind { get; set; }

    public int? Page { get; set; }

    public bool IsSet => Show != BulletinShow.All || Kind is not null;

    /// <summary>Those shown: drafts first, then the latest. A withdrawn one stands only among the own.</summary>
    public IQueryable<Bulletin> Apply(GradingDbContext db, Viewer viewer)
    {
        var found = Show switch
        {
            BulletinShow.Waiting => db.Bulletins.WaitingFor(viewer, db),
            BulletinShow.Own => db.Bulletins.OfSideOf(viewer, db),
            _ => db.Bulletins.VisibleTo(viewer, db).Where(bulletin => bulletin.WithdrawnAt == null),
        };
        if (Kind is { } kind)
            found = found.Where(bulletin => bulletin.Kind == kind);
        return found.OrderBy(bulletin => bulletin.PublishedAt == null ? 0 : 1).ThenByDescending(bulletin => bulletin.PublishedAt).ThenByDescending(bulletin => bulletin.Id);
    }

    public string With(BulletinShow show) => $"/bulletins{QueryString.Create([KeyValuePair.Create("show", show == BulletinShow.All ? null : (string?)show.ToString()), KeyValuePair.Create("kind", Kind?.ToString())]).ToString().Replace("show=&", "", StringComparison.Ordinal)}";
}
