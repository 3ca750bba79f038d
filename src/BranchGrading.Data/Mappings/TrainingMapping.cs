using BranchGrading.Domain.Organisation;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BranchGrading.Data.Mappings;

internal sealed class TrainingMapping : IEntityTypeConfiguration<Training>
{
    public void Configure(EntityTypeBuilder<Training> e)
    {
        e.ToTable("Trainings");
        e.Property(x => x.Kind).HasColumnName("TrainingKind").HasConversion<string>().HasMaxLength(20);
        e.Property(x => x.On).HasColumnName("TrainedOn");
        e.Property(x => x.Title).HasMaxLength(Training.TitleMaxLength);
        e.Property(x => x.RecordedBy).HasMaxLength(60);
        e.HasOne(x => x.Person).WithMany().HasForeignKey(x => x.PersonId).OnDelete(DeleteBehavior.Restrict);
    }
}
