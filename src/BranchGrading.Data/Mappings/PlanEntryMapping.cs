using BranchGrading.Domain.Rectification;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BranchGrading.Data.Mappings;

internal sealed class PlanEntryMapping : IEntityTypeConfiguration<PlanEntry>
{
    public void Configure(EntityTypeBuilder<PlanEntry> e)
    {
        e.ToTable("PlanEntries");
        e.Property(x => x.Kind).HasColumnName("EntryKind").HasConversion<string>().HasMaxLength(20);
        e.Property(x => x.Percent).HasColumnName("PercentDone");
        e.Property(x => x.Note).HasMaxLength(PlanEntry.NoteMaxLength);
        e.Property(x => x.By).HasColumnName("RecordedBy").HasMaxLength(60);
        e.Property(x => x.At).HasColumnName("RecordedAt");
    }
}
