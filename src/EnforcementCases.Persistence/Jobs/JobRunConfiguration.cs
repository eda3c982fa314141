using EnforcementCases.Domain.Jobs;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EnforcementCases.Persistence.Jobs;

internal sealed class JobRunConfiguration : IEntityTypeConfiguration<JobRun>
{
    public void Configure(EntityTypeBuilder<JobRun> builder)
    {
        builder.ToTable("job_runs");
        builder.HasKey(r => new { r.Name, r.Period });
        builder.Property(r => r.Name).IsCode(60);
        builder.Property(r => r.Period).IsCode(20);
        builder.Property(r => r.Holder).IsCode(100);
        builder.Property(r => r.Error).IsCode(200);
    }
}
