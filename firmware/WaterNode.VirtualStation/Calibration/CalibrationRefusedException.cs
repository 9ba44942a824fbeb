namespace WaterNode.Simulation.Calibration;

/// <summary>The station did not accept an electrode, however often it was calibrated: a technician would replace it.</summary>
public sealed class CalibrationRefusedException(string message) : Exception(message);
