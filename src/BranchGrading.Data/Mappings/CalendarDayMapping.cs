using BranchGrading.Domain.Rounds;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BranchGrading.Data.Mappings;

internal sealed class CalendarDayMapping : IEntityTypeConfiguration<CalendarDay>
{
    public void Configure(EntityTypeBuilder<CalendarDay> day)
    {
        day.ToTable("CalendarDays");
        day.Property(d => d.Date).HasColumnName("Day");
        day.Property(d => d.Name).HasMaxLength(CalendarDay.NameMaxLength);
        day.HasIndex(d => d.Date).IsUnique();
    }
}
