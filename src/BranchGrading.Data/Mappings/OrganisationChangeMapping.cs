using BranchGrading.Domain.Organisation;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BranchGrading.Data.Mappings;

internal sealed class OrganisationChangeMapping : IEntityTypeConfiguration<OrganisationChange>
{
    public void Configure(EntityTypeBuilder<OrganisationChange> e)
    {
        e.ToTable("OrganisationChanges");
        e.Property(x => x.Kind).HasColumnName("ChangeKind").HasConversion<string>().HasMaxLength(20);
        e.Property(x => x.On).HasColumnName("ChangedOn");
        e.Property(x => x.DocumentNumber).HasMaxLength(OrganisationChange.DocumentNumberMaxLength);
        e.Property(x => x.Note).HasMaxLength(OrganisationChange.NoteMaxLength);
        e.Property(x => x.RecordedBy).HasMaxLength(60);
        e.Ignore(x => x.Before);
        e.Ignore(x => x.After);
        e.HasMany(x => x.Branches).WithOne().HasForeignKey(branch => branch.ChangeId).OnDelete(DeleteBehavior.ClientCascade);
    }
}
