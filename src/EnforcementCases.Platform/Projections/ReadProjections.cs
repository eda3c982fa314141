using System.Reflection;
using AutoMapper;
using AutoMapper.Configuration;

namespace EnforcementCases.Platform.Projections;

/// <summary>All projections of reads (<see cref="Profile"/>s, each beside its query), for <c>ProjectTo</c> alone: nothing a client sent is ever mapped.</summary>
internal sealed class ReadProjections : MapperConfigurationExpression, IProfileConfiguration
{
    /// <summary>No extension methods: AutoMapper would try those of <see cref="Enumerable"/> on every type, and fails on those of generic mathematics.</summary>
    IEnumerable<MethodInfo> IProfileConfiguration.SourceExtensionMethods => [];

    public static MapperConfiguration Build(ProgramAssemblies assemblies)
    {
        var projections = new ReadProjections();
        foreach (var profile in assemblies.Types.Where(t => t.IsSubclassOf(typeof(Profile)) && !t.IsAbstract))
            projections.AddProfile((Profile)Activator.CreateInstance(profile, nonPublic: true)!);
        return new(projections);
    }
}

/// <summary>Registers the projections.</summary>
internal static class ProjectionRegistration
{
    public static IServiceCollection AddProjections(this IServiceCollection services) =>
        services.AddSingleton<AutoMapper.IConfigurationProvider>(provider =>
            ReadProjections.Build(provider.GetRequiredService<ProgramAssemblies>())
        );
}
