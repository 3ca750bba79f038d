using BranchGrading.Domain.Rectification;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BranchGrading.Data.Mappings;

internal sealed class PlanItemMapping : IEntityTypeConfiguration<PlanItem>
{
    public void Configure(EntityTypeBuilder<PlanItem> e)
    {
        e.ToTable("PlanItems");
        e.Property(x => x.Order).HasColumnName("ItemOrder");
        e.Property(x => x.Origin).HasConversion<string>().HasMaxLength(20);
        foreach (var text in new[] { nameof(PlanItem.Problem), nameof(PlanItem.Cause), nameof(PlanItem.Measure) })
            e.Property(text).HasMaxLength(PlanItem.TextMaxLength);
        e.Property(x => x.ResponsiblePerson).HasMaxLength(PlanItem.PersonMaxLength);
        e.Property(x => x.ContactLeader).HasMaxLength(PlanItem.PersonMaxLength);
        e.Property(x => x.AcceptedBy).HasMaxLength(60);
        e.Ignore(x => x.State).Ignore(x => x.Missing);
        e.HasMany(x => x.Entries).WithOne().HasForeignKey(entry => entry.ItemId).OnDelete(DeleteBehavior.ClientCascade);
    }
}
