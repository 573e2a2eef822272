import type { SampleFigureSeed, SampleTargetSeed } from '../shape.ts'

/** 示例数据: invented figures, loaded for the demonstration only. */
export const SAMPLE_FIGURES: SampleFigureSeed[] = []

/** Invented histories of targets, loaded for the demonstration only. */
export const SAMPLE_TARGETS: SampleTargetSeed[] = []
