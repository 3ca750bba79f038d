using BranchGrading.Domain.HandIns;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BranchGrading.Data.Mappings;

internal sealed class HandInFileMapping : IEntityTypeConfiguration<HandInFile>
{
    public void Configure(EntityTypeBuilder<HandInFile> e)
    {
        e.ToTable("HandInFiles");
        e.HasIndex(x => x.StoredName).IsUnique();
        e.Property(x => x.Form).HasMaxLength(HandInFile.FormMaxLength);
        e.Property(x => x.FileName).HasMaxLength(HandInFile.NameMaxLength);
        e.Property(x => x.Sha256).HasMaxLength(64);
    }
}
