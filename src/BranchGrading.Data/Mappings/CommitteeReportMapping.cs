using BranchGrading.Domain.Assessments;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BranchGrading.Data.Mappings;

internal sealed class CommitteeReportMapping : IEntityTypeConfiguration<CommitteeReport>
{
    public void Configure(EntityTypeBuilder<CommitteeReport> e)
    {
        e.ToTable("CommitteeReports");
        e.HasIndex(x => new { x.RoundId, x.CommitteeId }).IsUnique();
        e.Ignore(x => x.IsSubmitted);
        e.Property(x => x.SavedBy).HasMaxLength(60);
        e.Property(x => x.SubmittedBy).HasMaxLength(60);
        e.Property(x => x.ReturnedBy).HasMaxLength(60);
        e.Property(x => x.ReturnReason).HasMaxLength(CommitteeReport.ReasonMaxLength);
        e.HasOne(x => x.Round).WithMany().HasForeignKey(x => x.RoundId).OnDelete(DeleteBehavior.Restrict);
        e.HasOne(x => x.Committee).WithMany().HasForeignKey(x => x.CommitteeId).OnDelete(DeleteBehavior.Restrict);
        e.HasMany(x => x.Missing).WithOne().HasForeignKey(m => m.ReportId).OnDelete(DeleteBehavior.ClientCascade);
        e.HasMany(x => x.Returned).WithOne().HasForeignKey(r => r.ReportId).OnDelete(DeleteBehavior.ClientCascade);
    }
}
