using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace WaterNode.Benchmarks;

/// <summary>How much of an assembly is code and description: what the device's deployment holds in one form or another.</summary>
/// <param name="MetadataBytes">Tables, names and literal texts.</param>
/// <param name="IlBytes">Method bodies.</param>
internal sealed record AssemblySize(int MetadataBytes, int IlBytes, int Methods)
{
    public static AssemblySize Of(string path)
    {
        using var image = new PEReader(File.OpenRead(path));
        var metadata = image.GetMetadataReader();
        var bodies = metadata.MethodDefinitions
            .Select(handle => metadata.GetMethodDefinition(handle).RelativeVirtualAddress)
            .Where(address => address != 0)
            .Select(address => image.GetMethodBody(address).Size)
            .ToArray();
        return new AssemblySize(image.GetMetadata().Length, bodies.Sum(), bodies.Length);
    }
}
