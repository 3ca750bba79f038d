using BranchGrading.Data;
using Microsoft.EntityFrameworkCore;

namespace BranchGrading.Web;

/// <summary>The school's settings, read once a request.</summary>
public sealed class SchoolProfile(GradingDbContext db)
{
    private SchoolSettings? _settings;

    public async Task<SchoolSettings> GetAsync(CancellationToken cancellationToken) =>
        _settings ??= await db.Settings.AsNoTracking().SingleOrDefaultAsync(cancellationToken) ?? new SchoolSettings();
}
