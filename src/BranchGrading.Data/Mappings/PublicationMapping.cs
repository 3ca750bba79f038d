using BranchGrading.Domain.Rounds;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BranchGrading.Data.Mappings;

internal sealed class PublicationMapping : IEntityTypeConfiguration<Publication>
{
    public void Configure(EntityTypeBuilder<Publication> publication)
    {
        publication.HasIndex(p => p.RoundId).IsUnique();
        publication.Property(p => p.DocumentNumber).HasMaxLength(Publication.DocumentNumberMaxLength);
        publication.Property(p => p.PublishedBy).HasMaxLength(60);
        publication.Property(p => p.FinalBy).HasMaxLength(60);
        publication.Property(p => p.Telephone).HasMaxLength(Publication.TelephoneMaxLength);
        publication.Property(p => p.Place).HasMaxLength(Publication.PlaceMaxLength);
        publication.HasMany(p => p.Grades).WithOne().HasForeignKey(g => g.PublicationId).OnDelete(DeleteBehavior.ClientCascade);
    }
}
